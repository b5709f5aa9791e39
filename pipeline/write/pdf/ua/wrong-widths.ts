import type { FontFacts } from "./read-fonts.js";

/** Find fonts that give a glyph another width than their program does, by more than a thousandth of their size. */
export function wrongWidths(
  fonts: readonly FontFacts[],
): readonly { readonly detail: string; readonly page: number | undefined }[] {
  return fonts.flatMap(({ name, trueType, isIdentity, codes, widths: { widths, standard } }) => {
    if (!trueType || !isIdentity) return [];
    const wrong = [...codes.keys()].find((glyph) => {
      const own = trueType.widthOf(glyph);
      return Math.abs((widths.get(glyph) ?? standard) - own) > 1;
    });
    return wrong === undefined
      ? []
      : [{ detail: `${name} gives glyph ${wrong} another width than its font`, page: codes.get(wrong) }];
  });
}
