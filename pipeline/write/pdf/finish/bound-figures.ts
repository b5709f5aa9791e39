import { PDFDict } from "@cantoo/pdf-lib";
import type { Picture } from "../../../publication.js";
import { textOf, toName } from "../values.js";
import { pointsInPixel, toNumber, type Work } from "./work.js";

/**
 * Say of each figure where on its page it stands (ISO 32000-1, 14.8.5.4.3: BBox), for programs that show it alone. Tags stand in the
 * order of the document, pictures in that of the pages, where a figure may have let others pass: the next picture of the same words
 * is the figure's.
 */
export function boundFigures({ pdf, typeset }: Work): void {
  const waiting: Picture[] = [...typeset.pictures];
  if (waiting.length === 0) return;
  // Objects stand in the order of the document.
  for (const [, element] of pdf.context.enumerateIndirectObjects()) {
    if (!(element instanceof PDFDict) || element.get(toName("S")) !== toName("Figure")) continue;
    const alt = element.get(toName("Alt"));
    const words = textOf(alt) ?? "";
    const index = waiting.findIndex((picture) => picture.alt === words);
    const [picture] = index < 0 ? [] : waiting.splice(index, 1);
    if (!picture) continue;
    const leaf = pdf.getPage(picture.page);
    const { bleed } = typeset.geometry;
    const x = (pixels: number) => toNumber((bleed + pixels) * pointsInPixel);
    const y = (pixels: number) => toNumber(leaf.getHeight() - (bleed + pixels) * pointsInPixel);
    const box = [x(picture.left), y(picture.bottom), x(picture.right), y(picture.top)];
    element.set(toName("A"), pdf.context.obj({ O: "Layout", BBox: box, Placement: "Block" }));
  }
}
