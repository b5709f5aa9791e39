import type { PDFDict } from "@cantoo/pdf-lib";
import type { Operation } from "../content/operations.js";

/** What something is painted for: to be seen, or to be the transparency of something else, where only lightness counts. */
export type Use = "ink" | "mask";

/** A content stream, with the resources that it names; that of a page is read anew when another page was read before. */
export interface Content {
  readonly use: Use;
  readonly stream: string;
  readonly operations: readonly Operation[];
  readonly resources: PDFDict;
}
