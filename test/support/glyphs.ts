import { type PDFDict, type PDFDocument, PDFName, type PDFPage } from "@cantoo/pdf-lib";
import { codesOf } from "../../pipeline/write/pdf/content/font-text.js";
import { type GlyphWidths, glyphWidths } from "../../pipeline/write/pdf/content/glyph-widths.js";
import { operationsOf } from "../../pipeline/write/pdf/content/operations.js";
import { pageContent } from "../../pipeline/write/pdf/content/page-content.js";
import { dictOf, listOf } from "../../pipeline/write/pdf/values.js";

/** A glyph of composite fonts, and where its text object sets it: text space, from the last Tm. */
export interface Glyph {
  readonly font: string;
  readonly size: number;
  readonly code: number;
  /** The operands of Tm. */
  readonly line: readonly number[];
  readonly x: number;
  readonly y: number;
}

/** List the glyphs of each page's own stream as viewers place them (ISO 32000-1, 9.4). */
export function glyphsOf(pdf: PDFDocument): Glyph[][] {
  const widths = new Map<PDFDict, GlyphWidths>();
  return pdf.getPages().map((page) => glyphsOfPage(page, widths));
}

function glyphsOfPage(page: PDFPage, known: Map<PDFDict, GlyphWidths>): Glyph[] {
  const glyphs: Glyph[] = [];
  const fonts = dictOf(page.node.Resources(), "Font");
  let line: number[] = [];
  let [font, size, begin, pen, y] = ["", 0, 0, 0, 0];
  let metrics: GlyphWidths = { widths: new Map(), standard: 0 };
  const show = (operand: string) => {
    for (const code of codesOf(operand, 2)) {
      glyphs.push({ font, size, code, line, x: pen, y });
      pen += ((metrics.widths.get(code) ?? metrics.standard) * size) / 1000;
    }
  };
  for (const { name, operands } of operationsOf(pageContent(page))) {
    const [first = ""] = operands;
    if (name === "Tf") {
      const dictionary = dictOf(fonts, first.slice(1));
      const [descendant] = listOf(dictionary, "DescendantFonts");
      if (!dictionary || !descendant) throw new Error(`${first} is no composite font`);
      metrics = known.get(dictionary) ?? glyphWidths(descendant as PDFDict);
      known.set(dictionary, metrics);
      font = String(dictionary.get(PDFName.of("BaseFont")));
      size = Number(operands[1]);
    } else if (name === "Tm") {
      line = operands.map(Number);
      begin = pen = y = 0;
    } else if (name === "Td") {
      y += Number(operands[1]);
      begin += Number(first);
      pen = begin;
    } else if (name === "Tj") show(first);
    else if (name === "TJ") {
      // Strings and numbers in turn.
      for (const [, string, number] of first
        .slice(1, -1)
        .matchAll(/(<[^>]*>|\((?:\\.|[^\\()])*\))|(-?[\d.]+)/gs)) {
        if (string !== undefined) show(string);
        else pen -= (Number(number) * size) / 1000;
      }
    }
  }
  return glyphs;
}
