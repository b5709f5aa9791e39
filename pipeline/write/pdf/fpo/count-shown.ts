import { type PDFDict, type PDFDocument, PDFRawStream, PDFRef } from "@cantoo/pdf-lib";
import type { Spooled } from "../../../publication.js";
import { pageContent, streamText } from "../content/page-content.js";
import { loadPrinted } from "../finish/load-printed.js";
import { dictOf, get, nameOf } from "../values.js";
import { positionsIn } from "./put-images.js";

/** Count how often a print paints each image that is for position only, by the names of those in whose places they are. */
export async function countShown(print: Spooled): Promise<ReadonlyMap<string, number>> {
  const pdf = await loadPrinted(print);
  const positions = positionsIn(pdf);
  const counts = new Map<string, number>();
  for (const { text, resources } of contentsOf(pdf)) {
    const objects = dictOf(resources, "XObject");
    const names = new Map([...(objects?.entries() ?? [])].map(([name, ref]) => [`${name}`, ref]));
    for (const [, name = ""] of text.matchAll(/(\/[^\s/[\]()<>{}%]+)\s+Do\b/g)) {
      const painted = names.get(name);
      const place = painted instanceof PDFRef ? positions.get(painted) : undefined;
      if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  return counts;
}

/** List what pages and forms paint, and with what. */
function* contentsOf(
  pdf: PDFDocument,
): Generator<{ readonly text: string; readonly resources: PDFDict | undefined }> {
  for (const page of pdf.getPages()) yield { text: pageContent(page), resources: page.node.Resources() };
  for (const [, object] of pdf.context.enumerateIndirectObjects())
    if (object instanceof PDFRawStream && nameOf(get(object.dict, "Subtype")) === "Form")
      yield { text: streamText(object), resources: dictOf(object.dict, "Resources") };
}
