import { PDFDict, type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { toTextString } from "../text-string.js";
import type { Tag } from "./item.js";

/** Give every link's annotation the description that PDF/UA-1 asks for, 7.18.5: what the link says of itself. */
export function nameLinks(pdf: PDFDocument, { children, label }: Tag): void {
  for (const child of children) {
    if (child.kind === "tag") nameLinks(pdf, child);
    if (child.kind === "annotation" && label) {
      pdf.context.lookup(child.ref, PDFDict).set(PDFName.of("Contents"), toTextString(label));
    }
  }
}
