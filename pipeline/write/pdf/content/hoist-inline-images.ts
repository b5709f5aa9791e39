import { type PDFContext, PDFDict, type PDFDocument, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import { dictOf, get, nameOf, toName } from "../values.js";
import { type Edit, edited } from "./edit.js";
import { readInlineImage } from "./inline-image.js";
import { operationsOf } from "./operations.js";
import { pageContent, streamText } from "./page-content.js";
import { withText } from "./with-text.js";

/**
 * Take the images that stand within content out of it, in place, and have the content draw them by name: so whoever looks at
 * images looks at all of them. Throws where content cannot be read.
 */
export function hoistInlineImages(pdf: PDFDocument): void {
  const { context } = pdf;
  let count = 0;
  const hoist = (text: string, resources: () => PDFDict): string | undefined => {
    if (!/\bBI\b/.test(text)) return undefined;
    const edits = operationsOf(text)
      .filter(({ name }) => name === "BI")
      .map((image): Edit => {
        const name = `QuoinInline${++count}`;
        const drawing = readInlineImage(text.slice(image.from, image.to), resources());
        drawingsOf(resources()).set(toName(name), context.register(drawing));
        return { from: image.from, to: image.to, text: `/${name} Do` };
      });
    return edits.length > 0 ? edited(text, edits) : undefined;
  };
  for (const page of pdf.getPages()) {
    const { node } = page;
    const text = hoist(pageContent(page), () => {
      const resources = node.Resources() ?? context.obj({});
      node.set(toName("Resources"), resources);
      return resources;
    });
    if (text !== undefined)
      node.set(toName("Contents"), context.register(context.stream(Buffer.from(text, "latin1"))));
  }
  const glyphs = glyphsOf(context);
  for (const [ref, piece] of context.enumerateIndirectObjects()) {
    if (!(piece instanceof PDFStream)) continue;
    const font = glyphs.get(piece);
    const isPiece = nameOf(get(piece.dict, "Subtype")) === "Form" || piece.dict.has(toName("PatternType"));
    if (!font && !isPiece) continue;
    const text = hoist(streamText(piece), () => resourcesOf(font ?? piece.dict));
    if (text !== undefined) context.assign(ref, withText(piece, text));
  }
}

/** Find the streams that are glyphs of Type 3 fonts, which draw with what their font names (9.6.5). */
function glyphsOf(context: PDFContext): ReadonlyMap<PDFObject, PDFDict> {
  const glyphs = new Map<PDFObject, PDFDict>();
  for (const [, font] of context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict) || nameOf(get(font, "Subtype")) !== "Type3") continue;
    const programs = dictOf(font, "CharProcs");
    for (const key of programs?.keys() ?? []) {
      const glyph = programs?.lookup(key);
      if (glyph) glyphs.set(glyph, font);
    }
  }
  return glyphs;
}

function resourcesOf(owner: PDFDict): PDFDict {
  const resources = dictOf(owner, "Resources") ?? owner.context.obj({});
  owner.set(toName("Resources"), resources);
  return resources;
}

function drawingsOf(resources: PDFDict): PDFDict {
  const drawings = dictOf(resources, "XObject") ?? resources.context.obj({});
  resources.set(toName("XObject"), drawings);
  return drawings;
}
