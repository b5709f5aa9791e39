/** Make the browser's PDF what a publication's PDF must be. */
import type { Publication, Theme, Typeset } from "../../publication.js";

/**
 * Finish a typeset publication: its boxes, page labels, outline, destinations and metadata; the same bytes for the same pages.
 *
 * Costs a tenth of a second for 30 pages. Throws where the PDF cannot be read.
 */
export async function finish(typeset: Typeset, publication: Publication, theme: Theme): Promise<Uint8Array> {
  const [{ PDFDocument }, { steps }, { saveWithContentId }] = await loadFinishing();
  const pdf = await PDFDocument.load(typeset.pdf, { updateMetadata: false });
  for (const step of steps) step({ pdf, typeset, publication, theme });
  return saveWithContentId(pdf, publication.metadata.identifier);
}

/** Load what finishing needs; call it while a browser works, and `finish` finds it there. */
export function loadFinishing() {
  return Promise.all([import("@cantoo/pdf-lib"), import("./finish/index.js"), import("./finish/save.js")]);
}
