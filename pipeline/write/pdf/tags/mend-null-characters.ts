import { PDFDict, type PDFDocument, PDFName, PDFRef, PDFStream } from "@cantoo/pdf-lib";
import { streamText } from "../content/page-content.js";

/**
 * Give the glyphs that Chromium maps to U+0000 (the dots of Arabic letters, which fonts draw apart) a meaning that PDF/UA-1
 * allows, 7.21.7: the zero-width joiner, which parts no word.
 */
export function mendNullCharacters({ context }: PDFDocument): void {
  for (const [, font] of context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict)) continue;
    const ref = font.get(PDFName.of("ToUnicode"));
    const table = ref instanceof PDFRef ? context.lookup(ref) : undefined;
    if (!(ref instanceof PDFRef) || !(table instanceof PDFStream)) continue;
    const text = streamText(table);
    const mended = text.replace(/^(<[0-9a-f]+>\s+)<0000>\s*$/gim, "$1<200D>");
    if (mended === text) continue;
    context.assign(ref, context.stream(Buffer.from(mended, "latin1")));
  }
}
