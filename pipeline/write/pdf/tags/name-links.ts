import { PDFDict, type PDFDocument, PDFHexString, PDFName } from "@cantoo/pdf-lib";
import type { Item, Tag } from "./item.js";

/** Give every link's annotation the description that PDF/UA-1 asks for, 7.18.5: what its own words or its label say. */
export function nameLinks(pdf: PDFDocument, document: Tag, labelOf: (annotation: PDFDict) => string): void {
  const walk = (item: Item): void => {
    if (item.kind === "annotation") {
      const annotation = pdf.context.lookup(item.ref, PDFDict);
      const label = labelOf(annotation);
      if (label !== "") annotation.set(PDFName.of("Contents"), PDFHexString.fromText(label));
    }
    if (item.kind === "tag") item.children.forEach(walk);
  };
  walk(document);
}
