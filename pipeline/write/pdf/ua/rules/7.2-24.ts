import type { Rule } from "../rule.js";

/** The language of the descriptions of annotations can be known. */
export const rule7_2_24: Rule = {
  id: "7.2-24",
  asks: "The language of the descriptions of annotations can be known.",
  find: ({ annotations, language }) =>
    annotations
      .filter(({ contents, element }) => contents !== undefined && !(element?.language ?? language))
      .map(({ subtype, page }) => ({ detail: `Contents of ${subtype} in no known language`, page })),
};
