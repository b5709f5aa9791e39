import type { Rule } from "../rule.js";

/** The language of replacement texts in the content of pages can be known. */
export const rule7_2_30: Rule = {
  id: "7.2-30",
  asks: "The language of replacement texts in the content of pages can be known.",
  find: ({ contents, language }) =>
    contents.flatMap(({ replacements }, page) =>
      language === undefined && replacements.some((each) => each.language === undefined)
        ? [{ detail: "ActualText in no known language", page }]
        : [],
    ),
};
