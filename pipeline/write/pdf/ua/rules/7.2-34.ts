import type { Rule } from "../rule.js";

/** The language of the text of pages can be known. */
export const rule7_2_34: Rule = {
  id: "7.2-34",
  asks: "The language of the text of pages can be known.",
  find: ({ elements, language }) =>
    elements
      .filter((element) => element.marks > 0 && !(element.language ?? language))
      .map(({ type, page }) => ({ detail: `the text of ${type} in no known language`, page })),
};
