import { PDFArray, PDFDict, type PDFString } from "@cantoo/pdf-lib";
import { textOf, toName } from "../values.js";

/** Name the heads that a table cell refers to anew; undefined leaves one as it is (ISO 32000-1, 14.8.5.7, Headers). */
export function renameHeaders(element: PDFDict, nameFor: (id: string) => PDFString | undefined): void {
  const attributes = element.lookup(toName("A"));
  if (!(attributes instanceof PDFArray)) return;
  for (const attribute of attributes.asArray()) {
    const headers = attribute instanceof PDFDict ? attribute.lookup(toName("Headers")) : undefined;
    if (!(headers instanceof PDFArray)) continue;
    headers.asArray().forEach((header, i) => {
      const name = nameFor(textOf(header) ?? "");
      if (name) headers.set(i, name);
    });
  }
}
