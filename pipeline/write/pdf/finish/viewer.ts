import { PDFBool, PDFName, PDFString } from "@cantoo/pdf-lib";
import { direction } from "../../../direction.js";
import type { Work } from "./work.js";

/** Ask viewers for what suits a report: its title in the window, its outline beside it, spreads with the cover alone. */
export function setViewer({ pdf, publication }: Work): void {
  const { catalog, context } = pdf;
  catalog.set(PDFName.of("Lang"), PDFString.of(publication.metadata.language));
  const isLeftward = direction(publication.metadata.language) === "rtl";
  const preferences = { DisplayDocTitle: PDFBool.True, ...(isLeftward && { Direction: PDFName.of("R2L") }) };
  catalog.set(PDFName.of("ViewerPreferences"), context.obj(preferences));
  catalog.set(PDFName.of("PageMode"), PDFName.of("UseOutlines"));
  // Left and right pages mirror each other: one below the other, the column would jump from side to side.
  catalog.set(PDFName.of("PageLayout"), PDFName.of("TwoPageRight"));
}
