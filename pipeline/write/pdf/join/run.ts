import type { PDFCatalog, PDFObject, PDFRef } from "@cantoo/pdf-lib";

/** One of the prints that are joined; its objects are in a context that all have in common. */
export interface Run {
  readonly catalog: PDFCatalog;
  readonly objects: readonly (readonly [PDFRef, PDFObject])[];
}
