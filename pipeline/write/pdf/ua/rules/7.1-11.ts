import type { Rule } from "../rule.js";

/** The document has a structure tree. */
export const rule7_1_11: Rule = {
  id: "7.1-11",
  asks: "The document has a structure tree.",
  find: ({ structureRoot }) => (structureRoot ? [] : [{ detail: "no StructTreeRoot" }]),
};
