import { PDFName, type PDFNumber } from "@cantoo/pdf-lib";
import { pointsInMillimetre } from "../../../length.js";
import { pointsInPixel, toNumber, type Work } from "./work.js";

/** Cut each page to its exact trim: Chromium rounds the size of a sheet, and its bleed is of no use on a screen. */
export function trimPages({ pdf, typeset, publication, theme }: Work): void {
  const trim = publication.metadata.trim ?? theme.trim;
  const bleed = typeset.geometry.bleed * pointsInPixel;
  for (const page of pdf.getPages()) {
    // The browser counts from the top left corner, PDF from the bottom left one.
    const { x, y, height } = page.getMediaBox();
    const top = y + height - bleed;
    const left = x + bleed;
    const corners = [
      left,
      top - trim.height * pointsInMillimetre,
      left + trim.width * pointsInMillimetre,
      top,
    ];
    const box = (): PDFNumber[] => corners.map(toNumber);
    for (const name of ["MediaBox", "CropBox", "TrimBox"])
      page.node.set(PDFName.of(name), pdf.context.obj(box()));
  }
}
