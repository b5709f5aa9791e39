import type { Rule } from "../rule.js";

/** Every code that is shown has a meaning in Unicode. */
export const rule7_21_7_1: Rule = {
  id: "7.21.7-1",
  asks: "Every code that is shown has a meaning in Unicode.",
  find: ({ fonts }) =>
    fonts.flatMap(({ name, isIdentity, codes, text }) => {
      // That .notdef means nothing is told by 7.21.8.
      const isNotdef = (code: number) => isIdentity && code === 0;
      const missing = [...codes.keys()].find((code) => !text.characters.has(code) && !isNotdef(code));
      return missing === undefined
        ? []
        : [{ detail: `${name} does not say what ${missing} means`, page: codes.get(missing) }];
    }),
};
