import { PDFDict, PDFRef, PDFStream } from "@cantoo/pdf-lib";
import { streamBytes } from "../content/page-content.js";
import { dictOf, nameOf, toName } from "../values.js";
import { leanTrueType } from "./true-type.js";
import type { Work } from "./work.js";

/** Leave out of the programs of fonts what only programs that write text need: a twelfth of them. */
export function leanFonts({ pdf: { context } }: Pick<Work, "pdf">): void {
  for (const [, font] of context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict) || font.get(toName("Subtype")) !== toName("CIDFontType2")) continue;
    // Only where a code is the number of a glyph.
    if (nameOf(font.get(toName("CIDToGIDMap"))) !== "Identity") continue;
    const ref = dictOf(font, "FontDescriptor")?.get(toName("FontFile2"));
    const program = context.lookup(ref);
    if (!(ref instanceof PDFRef) || !(program instanceof PDFStream)) continue;
    const lean = leanTrueType(streamBytes(program));
    if (lean) context.assign(ref, context.stream(lean, { Length1: lean.length }));
  }
}
