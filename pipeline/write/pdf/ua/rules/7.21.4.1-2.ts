import type { Rule } from "../rule.js";

/** An embedded font has the glyphs that are shown. */
export const rule7_21_4_1_2: Rule = {
  id: "7.21.4.1-2",
  asks: "An embedded font has the glyphs that are shown.",
  find: ({ fonts }) =>
    fonts.flatMap(({ name, trueType, isIdentity, codes }) => {
      const missing =
        trueType && isIdentity ? [...codes.keys()].find((code) => code >= trueType.glyphs) : undefined;
      return missing === undefined
        ? []
        : [{ detail: `${name} has no glyph ${missing}`, page: codes.get(missing) }];
    }),
};
