import type { Rule } from "../rule.js";

const nonsense = new Set(["\u0000", "\uFEFF", "\uFFFE"]);

/** No code means U+0000, U+FEFF or U+FFFE. */
export const rule7_21_7_2: Rule = {
  id: "7.21.7-2",
  asks: "No code means U+0000, U+FEFF or U+FFFE.",
  find: ({ fonts }) =>
    fonts.flatMap(({ name, text, page }) => {
      const wrong = [...text.characters].find(([, meaning]) =>
        [...meaning].some((each) => nonsense.has(each)),
      );
      return wrong === undefined
        ? []
        : [{ detail: `${name} gives ${wrong[0]} a meaning that is none`, page }];
    }),
};
