import { type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { dictOf, get } from "../values.js";
import type { Survey } from "./survey.js";

/** Keys of the catalog that a press has a use for. */
const kept = new Set(["Type", "Pages"]);

/**
 * Take out all that is for readers on a screen: tags, outline, destinations, links, the way a viewer opens. In which direction the
 * pages are bound is for printers, too.
 */
export function strip(pdf: PDFDocument, { pieces, images }: Pick<Survey, "pieces" | "images">): void {
  const direction = get(dictOf(pdf.catalog, "ViewerPreferences"), "Direction");
  for (const key of pdf.catalog.keys()) if (!kept.has(key.decodeText())) pdf.catalog.delete(key);
  if (direction) pdf.catalog.set(PDFName.of("ViewerPreferences"), pdf.context.obj({ Direction: direction }));
  for (const { node } of pdf.getPages())
    for (const key of ["Annots", "StructParents", "Tabs", "PieceInfo", "Metadata"])
      node.delete(PDFName.of(key));
  for (const { dict } of [...pieces.keys(), ...images.keys()])
    for (const key of ["StructParent", "StructParents"]) dict.delete(PDFName.of(key));
}
