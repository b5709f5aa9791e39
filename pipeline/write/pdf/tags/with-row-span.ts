import { PDFArray, type PDFContext, PDFDict, PDFNumber, type PDFObject } from "@cantoo/pdf-lib";
import { toName } from "../values.js";

/** Say in a table cell's attributes how many rows it fills, whatever they say of a piece of it (ISO 32000-1, 14.8.5.7). */
export function withRowSpan(context: PDFContext, attributes: PDFObject | undefined, rows: number): PDFObject {
  const known = attributes && context.lookup(attributes);
  const owned = known instanceof PDFArray ? known.asArray() : known ? [known] : [];
  // Chromium writes a dictionary for each attribute, and none for a span of one row.
  for (const each of owned) {
    const own = context.lookup(each);
    if (!(own instanceof PDFDict && own.has(toName("RowSpan")))) continue;
    own.set(toName("RowSpan"), PDFNumber.of(rows));
    return attributes ?? each;
  }
  return context.obj([...owned, { O: "Table", RowSpan: rows }]);
}
