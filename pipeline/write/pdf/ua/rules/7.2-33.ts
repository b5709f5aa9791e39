import type { Rule } from "../rule.js";

/** The language of the metadata can be known. */
export const rule7_2_33: Rule = {
  id: "7.2-33",
  asks: "The language of the metadata can be known.",
  find: ({ metadata, language }) =>
    metadata !== undefined && language === undefined
      ? [{ detail: "metadata, and no Lang in the catalog" }]
      : [],
};
