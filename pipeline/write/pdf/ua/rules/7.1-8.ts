import type { Rule } from "../rule.js";

/** The catalog has a metadata stream. */
export const rule7_1_8: Rule = {
  id: "7.1-8",
  asks: "The catalog has a metadata stream.",
  find: ({ metadata }) => (metadata === undefined ? [{ detail: "no metadata stream" }] : []),
};
