import type { Rule } from "../rule.js";

/** The metadata have a dc:title. */
export const rule7_1_9: Rule = {
  id: "7.1-9",
  asks: "The metadata have a dc:title.",
  find: ({ metadata = "" }) =>
    /<dc:title>[\s\S]*?<rdf:li[^>]*>\s*[^\s<]/.test(metadata)
      ? []
      : [{ detail: "no dc:title in the metadata" }],
};
