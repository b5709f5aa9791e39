import { PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFStream } from "@cantoo/pdf-lib";
import { fontText } from "../content/font-text.js";
import { type GlyphWidths, glyphWidths } from "../content/glyph-widths.js";
import { pageContent, streamText } from "../content/page-content.js";
import type { Span } from "../content/painted.js";
import { dictOf, get, listOf } from "../values.js";
import { joinGlyphs } from "./join-glyphs.js";
import { gatherMeanings, type Meanings, strikePlain, withoutSpans } from "./meanings.js";
import { textObjects } from "./text-objects.js";
import { toUnicode } from "./to-unicode.js";

/** The operator of a path, which is most of a drawing, with a number of more than four decimals. */
const noisy = /^[-\d. ]*\.\d{5,}[-\d. ]* (?:[mlcvy]|re)$/gm;

/** The content of a page or a form, and where what becomes of it goes. */
interface Content {
  readonly stream: string;
  readonly texts: readonly Span[];
  readonly fonts: PDFDict | undefined;
  put(short: Buffer): void;
}

/** What is known of a font while content is condensed. */
interface Font {
  readonly widths: GlyphWidths | undefined;
  readonly meanings: Meanings | undefined;
}

/**
 * Write what pages and forms paint with fewer bytes, to the same effect: lines of text as one string each, numbers without their noise,
 * and what glyphs mean said once by their font, where spans said it every time. Saving will compress it. Reads content as Chromium writes it.
 */
export function condense(pdf: PDFDocument): void {
  const known = new Map<PDFDict, Font>();
  const fontOf = (fonts: PDFDict | undefined, name: string): Font | undefined => {
    const font = dictOf(fonts, name);
    if (!font) return undefined;
    const found = known.get(font);
    if (found) return found;
    const widths = widthsOf(font);
    const made = { widths, meanings: widths && new Map() };
    known.set(font, made);
    return made;
  };
  const contents = contentsOf(pdf);
  const eachText = (tell: typeof gatherMeanings) => {
    for (const { stream, texts, fonts } of contents)
      for (const { from, to } of texts) tell(stream.slice(from, to), (name) => fontOf(fonts, name)?.meanings);
  };
  eachText(gatherMeanings);
  eachText(strikePlain);
  for (const [font, { meanings }] of known) if (meanings) sayMeanings(font, meanings);
  for (const { stream, texts, fonts, put } of contents) {
    let short = "";
    let at = 0;
    for (const { from, to } of texts) {
      const text = withoutSpans(stream.slice(from, to), (name) => fontOf(fonts, name)?.meanings);
      short += withoutNoise(stream.slice(at, from)) + joinGlyphs(text, (name) => fontOf(fonts, name)?.widths);
      at = to;
    }
    put(Buffer.from(short + withoutNoise(stream.slice(at)), "latin1"));
  }
}

function contentsOf(pdf: PDFDocument): readonly Content[] {
  const { context } = pdf;
  const pages = pdf.getPages().map((page): Content => {
    const put = (short: Buffer) =>
      page.node.set(PDFName.of("Contents"), context.register(context.stream(short)));
    return toContent(pageContent(page), page.node.Resources(), put);
  });
  const forms = context.enumerateIndirectObjects().flatMap(([ref, form]): Content[] => {
    if (!(form instanceof PDFRawStream) || get(form.dict, "Subtype") !== PDFName.of("Form")) return [];
    const put = (short: Buffer) => {
      form.dict.delete(PDFName.of("Filter"));
      context.assign(ref, PDFRawStream.of(form.dict, short));
    };
    return [toContent(streamText(form), dictOf(form.dict, "Resources"), put)];
  });
  return [...pages, ...forms];
}

function toContent(stream: string, resources: PDFDict | undefined, put: Content["put"]): Content {
  return { stream, texts: textObjects(stream), fonts: dictOf(resources, "Font"), put };
}

/** Have a font say what spans said of its glyphs; what it cannot say is struck out. */
function sayMeanings(font: PDFDict, meanings: Meanings): void {
  const said = [...meanings].flatMap(([digits, text]): [number, string][] =>
    text === undefined ? [] : [[parseInt(digits, 16), text]],
  );
  if (said.length === 0) return;
  const table = font.lookup(PDFName.of("ToUnicode"));
  if (!(table instanceof PDFStream)) {
    meanings.clear();
    return;
  }
  const characters = new Map([...fontText(font).characters, ...said]);
  const { context } = font;
  const mended = toUnicode(streamText(table), characters);
  font.set(PDFName.of("ToUnicode"), context.register(context.stream(Buffer.from(mended, "latin1"))));
}

/** Composite fonts alone have codes of two bytes; Chromium writes no others with them. */
function widthsOf(font: PDFDict): GlyphWidths | undefined {
  const [descendant] = listOf(font, "DescendantFonts");
  return descendant instanceof PDFDict ? glyphWidths(descendant) : undefined;
}

/** Cut numbers of paths to four decimals, less than a thousandth of a dot: `62.490002` was 62.49 before it was binary. */
function withoutNoise(stream: string): string {
  return stream.replace(noisy, (operator) =>
    operator.replace(/-?\d*\.\d{5,}/g, (number) => String(Number(Number(number).toFixed(4)))),
  );
}
