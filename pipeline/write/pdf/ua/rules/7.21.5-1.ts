import type { Rule } from "../rule.js";
import { wrongWidths } from "../wrong-widths.js";

/** The widths of glyphs are those of the embedded font, to a thousandth of its size. */
export const rule7_21_5_1: Rule = {
  id: "7.21.5-1",
  asks: "The widths of glyphs are those of the embedded font, to a thousandth of its size.",
  find: ({ fonts }) => wrongWidths(fonts),
};
