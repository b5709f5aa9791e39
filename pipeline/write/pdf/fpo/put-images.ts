import { type PDFDocument, PDFRawStream, type PDFRef } from "@cantoo/pdf-lib";
import type { Spooled } from "../../../publication.js";
import { streamOfFile } from "../stream-of-file.js";
import { get, nameOf } from "../values.js";
import { placeOf } from "./position-only.js";

/** List the images of a document that are for position only, each with the name of that in whose place it is. */
export function positionsIn({ context }: Pick<PDFDocument, "context">): ReadonlyMap<PDFRef, string> {
  const positions = new Map<PDFRef, string>();
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || nameOf(get(object.dict, "Filter")) !== "DCTDecode") continue;
    const name = placeOf(object.getContents());
    if (name !== undefined) positions.set(ref, name);
  }
  return positions;
}

/** Put images in the places of those that are for position only; they are read when the document is saved. */
export function putImages(pdf: PDFDocument, images: ReadonlyMap<string, Spooled>): void {
  for (const [ref, name] of positionsIn(pdf)) {
    const file = images.get(name);
    const position = pdf.context.lookup(ref);
    // One of the author's own that looks like one of ours is what he wants.
    if (file && position instanceof PDFRawStream)
      pdf.context.assign(ref, streamOfFile(position.dict, file, 0, file.size));
  }
}
