import { PDFDocument } from "@cantoo/pdf-lib";

/**
 * Load a PDF whose streams are views of its bytes, which nobody may change: the library takes a slice of each, which of a
 * Buffer is no copy. A volume with photographs would be held twice.
 */
export function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return PDFDocument.load(view, {
    updateMetadata: false,
    // Otherwise it stops for a moment after every hundred objects.
    parseSpeed: Number.POSITIVE_INFINITY,
  });
}
