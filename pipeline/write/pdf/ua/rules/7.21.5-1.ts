import type { Rule } from "../rule.js";
import { get, numberOf } from "../values.js";

/** The widths of glyphs are those of the embedded font, to a thousandth of its size. */
export const rule7_21_5_1: Rule = {
  id: "7.21.5-1",
  asks: "The widths of glyphs are those of the embedded font, to a thousandth of its size.",
  find: ({ fonts }) =>
    fonts.flatMap(({ name, trueType, isIdentity, codes, widths, descendant }) => {
      if (!trueType || !isIdentity) return [];
      const standard = numberOf(get(descendant, "DW")) ?? 1000;
      const wrong = [...codes.keys()].find((code) => {
        const glyph = parseInt(code, 16);
        const own = trueType.widths[Math.min(glyph, trueType.widths.length - 1)] ?? 0;
        return Math.abs((widths.get(glyph) ?? standard) - own) > 1;
      });
      return wrong === undefined
        ? []
        : [{ detail: `${name} gives glyph ${wrong} another width than its font`, page: codes.get(wrong) }];
    }),
};
