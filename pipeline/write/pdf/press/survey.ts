import { PDFDict, type PDFDocument, PDFName, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import { operationsOf } from "../content/operations.js";
import { contentStreams, streamText, streamTexts } from "../content/page-content.js";
import type { Content, Use } from "./painted-content.js";
import { readingOnDemand } from "./read-on-demand.js";

export type { Content, Use } from "./painted-content.js";

/** All that a document paints with, each thing once. */
export interface Survey {
  /** In the order of pages. */
  readonly pages: readonly Content[];
  /** Forms, tiling patterns, the glyphs of Type 3 fonts. */
  readonly pieces: ReadonlyMap<PDFStream, Content>;
  readonly shadings: ReadonlyMap<PDFDict | PDFStream, Use>;
  readonly images: ReadonlyMap<PDFStream, Use>;
  readonly states: ReadonlySet<PDFDict>;
}

/** Find all that the pages of a document paint with, used or only named in their resources. */
export function survey(pdf: PDFDocument): Survey {
  const { context } = pdf;
  const pieces = new Map<PDFStream, Content>();
  const shadings = new Map<PDFDict | PDFStream, Use>();
  const images = new Map<PDFStream, Use>();
  const states = new Set<PDFDict>();
  const masks: PDFStream[] = [];
  const read = readingOnDemand();

  const pages = pdf.getPages().map((page): Content => {
    const resources = page.node.Resources() ?? context.obj({});
    page.node.set(PDFName.of("Resources"), resources);
    // The page may be given others.
    const streams = contentStreams(page);
    visitResources(resources, "ink");
    return read(resources, () => streamTexts(streams));
  });
  // Last, so that what is also seen counts as seen.
  for (let mask = masks.pop(); mask; mask = masks.pop()) visitPiece(mask, "mask", undefined);
  return { pages, pieces, shadings, images, states };

  function visitPiece(piece: PDFStream, use: Use, outer: PDFDict | undefined): void {
    if (pieces.has(piece)) return;
    const own = piece.dict.lookupMaybe(PDFName.of("Resources"), PDFDict);
    const resources = own ?? outer ?? context.obj({});
    // A glyph of a Type 3 font has its font's.
    if (!own && !outer) piece.dict.set(PDFName.of("Resources"), resources);
    const stream = streamText(piece);
    pieces.set(piece, { use, stream, operations: operationsOf(stream), resources });
    visitResources(resources, use);
  }

  function visitResources(resources: PDFDict, use: Use): void {
    for (const each of entries(resources, "XObject")) {
      if (!(each instanceof PDFStream)) continue;
      const isImage = each.dict.lookup(PDFName.of("Subtype")) === PDFName.of("Image");
      if (!isImage) visitPiece(each, use, undefined);
      else if (!images.has(each)) images.set(each, use);
    }
    for (const each of entries(resources, "Pattern")) {
      if (each instanceof PDFStream) visitPiece(each, use, undefined);
      else if (each instanceof PDFDict) {
        visitShading(each.lookup(PDFName.of("Shading")), use);
        visitState(each.lookup(PDFName.of("ExtGState")));
      }
    }
    for (const each of entries(resources, "Shading")) visitShading(each, use);
    for (const each of entries(resources, "ExtGState")) visitState(each);
    for (const each of entries(resources, "Font")) if (each instanceof PDFDict) visitFont(each, use);
  }

  function visitShading(shading: PDFObject | undefined, use: Use): void {
    if ((shading instanceof PDFDict || shading instanceof PDFStream) && !shadings.has(shading))
      shadings.set(shading, use);
  }

  function visitState(state: PDFObject | undefined): void {
    if (!(state instanceof PDFDict)) return;
    states.add(state);
    const mask = state.lookup(PDFName.of("SMask"));
    const group = mask instanceof PDFDict ? mask.lookup(PDFName.of("G")) : undefined;
    if (group instanceof PDFStream) masks.push(group);
  }

  function visitFont(font: PDFDict, use: Use): void {
    if (font.lookup(PDFName.of("Subtype")) !== PDFName.of("Type3")) return;
    const resources = font.lookupMaybe(PDFName.of("Resources"), PDFDict) ?? context.obj({});
    font.set(PDFName.of("Resources"), resources);
    for (const glyph of entries(font, "CharProcs")) {
      if (glyph instanceof PDFStream) visitPiece(glyph, use, resources);
    }
  }
}

/** Look up what the dictionary under a key holds. */
function entries(dictionary: PDFDict, key: string): readonly (PDFObject | undefined)[] {
  const found = dictionary.lookup(PDFName.of(key));
  return found instanceof PDFDict ? found.keys().map((name) => found.lookup(name)) : [];
}
