import { PDFArray, type PDFDict } from "@cantoo/pdf-lib";
import { get, listOf, numberOf } from "../values.js";

/** How wide the glyphs of a composite font are, in thousandths of its size, by code. */
export interface GlyphWidths {
  readonly widths: ReadonlyMap<number, number>;
  /** Of all others. */
  readonly standard: number;
}

/** Read the W array of a descendant font, `first [w w …]` or `first last w`, and its DW (ISO 32000-1, 9.7.4.3). */
export function glyphWidths(descendant: PDFDict | undefined): GlyphWidths {
  const widths = new Map<number, number>();
  const list = listOf(descendant, "W");
  for (let at = 0; at < list.length; ) {
    const first = numberOf(list[at]) ?? 0;
    const next = list[at + 1];
    if (next instanceof PDFArray) {
      next.asArray().forEach((_, index) => void widths.set(first + index, numberOf(next.lookup(index)) ?? 0));
      at += 2;
    } else {
      const width = numberOf(list[at + 2]) ?? 0;
      for (let code = first; code <= (numberOf(next) ?? -1); code++) widths.set(code, width);
      at += 3;
    }
  }
  return { widths, standard: numberOf(get(descendant, "DW")) ?? 1000 };
}
