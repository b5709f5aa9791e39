import type { PDFDict, PDFPage } from "@cantoo/pdf-lib";
import { type FontText, fontText } from "./font-text.js";
import { pageContent } from "./page-content.js";
import type { PageContent, PaintedStream, Piece } from "./painted.js";
import { readStream } from "./read-stream.js";

/** Fonts that were read already, over all pages of a document. */
export type FontTexts = Map<PDFDict, FontText>;

/** Read what a page paints, itself and through forms. */
export function readPage(page: PDFPage, fonts: FontTexts): PageContent {
  const pieces = new Map<number, Piece>();
  const streams: PaintedStream[] = [];
  const fontOf = (font: PDFDict): FontText => {
    const read = fonts.get(font) ?? fontText(font);
    fonts.set(font, read);
    return read;
  };
  const own = { form: undefined, stream: pageContent(page), resources: page.node.Resources() };
  readStream(own, { marked: [], font: undefined }, { pieces, streams, drawn: new Map(), fontOf });
  return { streams, pieces };
}
