import type { PDFDocument, PDFRef } from "@cantoo/pdf-lib";

/** One of the files that are joined. */
export interface Joined {
  readonly pdf: PDFDocument;
  /** The numbers that stand for its objects in the joined file. */
  readonly numbers: Map<PDFRef, number>;
  /** What is not written. */
  readonly left: Set<PDFRef>;
  /** Objects of files before this one that are written in place of its own. */
  readonly twins: Map<PDFRef, { readonly file: Joined; readonly ref: PDFRef }>;
}
