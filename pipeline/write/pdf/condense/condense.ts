import { PDFDict, type PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { type GlyphWidths, glyphWidths } from "../content/glyph-widths.js";
import { pageContent, streamText } from "../content/page-content.js";
import { dictOf, get, listOf } from "../values.js";
import { joinGlyphs } from "./join-glyphs.js";

/** A text object, or the operator of a path: what makes content long. */
const longParts = /(?<=^BT\n).*?(?=^ET$)|^[-\d. ]+ (?:[mlcvy]|re)$/gms;

/**
 * Write what pages and forms paint with fewer bytes, to the same effect: lines of text as one string each, numbers without their noise.
 * Saving will compress it. Reads content as Chromium writes it.
 */
export function condense(pdf: PDFDocument): void {
  const { context } = pdf;
  const widths = new Map<PDFDict, GlyphWidths | undefined>();
  const condensed = (stream: string, resources: PDFDict | undefined): Buffer => {
    const fonts = dictOf(resources, "Font");
    const widthsByName = (name: string) => {
      const font = dictOf(fonts, name);
      if (font && !widths.has(font)) widths.set(font, widthsOf(font));
      return font && widths.get(font);
    };
    const short = stream.replace(longParts, (part) =>
      part.endsWith("\n") ? joinGlyphs(part, widthsByName) : withoutNoise(part),
    );
    return Buffer.from(short, "latin1");
  };
  for (const page of pdf.getPages()) {
    const stream = context.stream(condensed(pageContent(page), page.node.Resources()));
    page.node.set(PDFName.of("Contents"), context.register(stream));
  }
  for (const [ref, form] of context.enumerateIndirectObjects()) {
    if (!(form instanceof PDFRawStream) || get(form.dict, "Subtype") !== PDFName.of("Form")) continue;
    const short = condensed(streamText(form), dictOf(form.dict, "Resources"));
    form.dict.delete(PDFName.of("Filter"));
    context.assign(ref, PDFRawStream.of(form.dict, short));
  }
}

/** Composite fonts alone have codes of two bytes; Chromium writes no others with them. */
function widthsOf(font: PDFDict): GlyphWidths | undefined {
  const [descendant] = listOf(font, "DescendantFonts");
  return descendant instanceof PDFDict ? glyphWidths(descendant) : undefined;
}

/** Cut numbers to four decimals, less than a thousandth of a dot: `62.490002` was 62.49 before it was binary. */
function withoutNoise(operator: string): string {
  return operator.replace(/-?\d*\.\d{5,}/g, (number) => String(Number(Number(number).toFixed(4))));
}
