import type { Rule } from "../rule.js";

/** No text shows the glyph .notdef. */
export const rule7_21_8_1: Rule = {
  id: "7.21.8-1",
  asks: "No text shows the glyph .notdef.",
  find: ({ fonts }) =>
    fonts
      .filter(({ isIdentity, codes }) => isIdentity && codes.has(0))
      .map(({ name, codes }) => ({ detail: `${name} shows .notdef`, page: codes.get(0) })),
};
