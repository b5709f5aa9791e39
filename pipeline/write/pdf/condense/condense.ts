import { PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFStream } from "@cantoo/pdf-lib";
import type { Lettering, Painting } from "../../../publication.js";
import { fontText } from "../content/font-text.js";
import { type GlyphWidths, glyphWidths } from "../content/glyph-widths.js";
import { pageContent, streamText } from "../content/page-content.js";
import type { Finishing } from "../finishing.js";
import { noPause, paced } from "../paced.js";
import { dictOf, get, listOf } from "../values.js";
import { gatherMeanings, type Meanings, strikePlain } from "./meanings.js";
import { shorten } from "./shorten.js";
import { textObjects } from "./text-objects.js";
import { toUnicode } from "./to-unicode.js";

/** What is painted, and where what becomes of it goes. */
interface Content extends Painting {
  readonly fonts: ReadonlyMap<string, Font>;
  put(short: Uint8Array): void;
}

/** What is known of a font while content is condensed. */
interface Font extends Lettering {
  readonly meanings: Meanings | undefined;
}

type FontsOf = (resources: PDFDict | undefined) => ReadonlyMap<string, Font>;

/**
 * Write what pages and forms paint with fewer bytes, to the same effect: lines of text as one string each, numbers without their noise,
 * and what glyphs mean said once by their font, where spans said it every time. Saving will compress it. Reads content as Chromium writes it.
 *
 * Where there is a second thread, half of it is done there.
 */
export async function condense(pdf: PDFDocument, { aside, pause = noPause }: Finishing = {}): Promise<void> {
  const known = new Map<PDFDict, Font>();
  const contents = contentsOf(pdf, (resources) => fontsOf(resources, known));
  const eachText = async (tell: typeof gatherMeanings) => {
    for await (const { stream, texts, fonts } of paced(contents, pause))
      for (const { from, to } of texts) tell(stream.slice(from, to), (name) => fonts.get(name)?.meanings);
  };
  await eachText(gatherMeanings);
  await eachText(strikePlain);
  for (const [font, { meanings }] of known) if (meanings) sayMeanings(font, meanings);
  const first = aside ? halfOf(contents) : contents.length;
  const others = aside?.shorten(
    contents.slice(first).map(({ stream, texts, fonts }) => ({ stream, texts, fonts })),
  );
  const shortened: Uint8Array[] = [];
  for await (const content of paced(contents.slice(0, first), pause)) shortened.push(shorten(content));
  if (others) shortened.push(...(await others));
  // In their order, in which new objects are numbered.
  shortened.forEach((short, index) => void contents[index]?.put(short));
}

/** How many contents from the first on are half of all, by their length. */
function halfOf(contents: readonly Painting[]): number {
  const half = contents.reduce((sum, { stream }) => sum + stream.length, 0) / 2;
  let length = 0;
  let count = 0;
  for (; length < half; count++) length += contents[count]?.stream.length ?? 0;
  return count;
}

function fontsOf(resources: PDFDict | undefined, known: Map<PDFDict, Font>): ReadonlyMap<string, Font> {
  const named = new Map<string, Font>();
  const fonts = dictOf(resources, "Font");
  for (const key of fonts?.keys() ?? []) {
    const name = key.decodeText();
    const font = dictOf(fonts, name);
    if (!font) continue;
    const one = known.get(font) ?? toFont(font);
    known.set(font, one);
    named.set(name, one);
  }
  return named;
}

function contentsOf(pdf: PDFDocument, fontsIn: FontsOf): readonly Content[] {
  const { context } = pdf;
  const pages = pdf.getPages().map((page): Content => {
    const put = (short: Uint8Array) =>
      page.node.set(PDFName.of("Contents"), context.register(context.stream(short)));
    return toContent(pageContent(page), fontsIn(page.node.Resources()), put);
  });
  const forms = context.enumerateIndirectObjects().flatMap(([ref, form]): Content[] => {
    if (!(form instanceof PDFRawStream) || get(form.dict, "Subtype") !== PDFName.of("Form")) return [];
    const put = (short: Uint8Array) => {
      form.dict.delete(PDFName.of("Filter"));
      context.assign(ref, PDFRawStream.of(form.dict, short));
    };
    return [toContent(streamText(form), fontsIn(dictOf(form.dict, "Resources")), put)];
  });
  return [...pages, ...forms];
}

function toContent(stream: string, fonts: Content["fonts"], put: Content["put"]): Content {
  return { stream, texts: textObjects(stream), fonts, put };
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

function toFont(font: PDFDict): Font {
  const widths = widthsOf(font);
  return { widths, meanings: widths && new Map() };
}

/** Composite fonts alone have codes of two bytes; Chromium writes no others with them. */
function widthsOf(font: PDFDict): GlyphWidths | undefined {
  const [descendant] = listOf(font, "DescendantFonts");
  return descendant instanceof PDFDict ? glyphWidths(descendant) : undefined;
}
