import { type PDFDict, type PDFDocument, PDFRawStream, PDFRef } from "@cantoo/pdf-lib";
import type { Spooled } from "../../../publication.js";
import { pageContent, streamText } from "../content/page-content.js";
import { loadPrinted } from "../finish/load-printed.js";
import { dictOf } from "../values.js";
import { positionsIn } from "./put-images.js";

/** List the images in whose places a print paints images for position only, by their names. */
export async function shownIn(print: Spooled): Promise<ReadonlySet<string>> {
  const pdf = await loadPrinted(print);
  const positions = positionsIn(pdf);
  const shown = new Set<string>();
  for (const { text, resources } of contentsOf(pdf)) {
    const objects = dictOf(resources, "XObject");
    const names = new Map([...(objects?.entries() ?? [])].map(([name, ref]) => [`${name}`, ref]));
    for (const [, name = ""] of text.matchAll(/(\/[^\s/[\]()<>{}%]+)\s+Do\b/g)) {
      const painted = names.get(name);
      const place = painted instanceof PDFRef ? positions.get(painted) : undefined;
      if (place !== undefined) shown.add(place);
    }
  }
  return shown;
}

/** List what pages paint, and the forms and patterns that they paint with, each with its resources. */
function* contentsOf(
  pdf: PDFDocument,
): Generator<{ readonly text: string; readonly resources: PDFDict | undefined }> {
  for (const page of pdf.getPages()) yield { text: pageContent(page), resources: page.node.Resources() };
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    const resources = dictOf(object.dict, "Resources");
    if (resources) yield { text: streamText(object), resources };
  }
}
