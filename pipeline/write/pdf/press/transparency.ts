import { PDFDict, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import { get, nameOf, numberOf } from "../values.js";
import { findPaints, type Paint } from "./find-paints.js";
import type { Survey } from "./survey.js";

/** Say whether a graphics state lets what is below shine through (ISO 32000-1, 11.6.4). */
export function isTransparent(state: PDFDict): boolean {
  const [fill, stroke] = [get(state, "ca"), get(state, "CA")].map((value) => numberOf(value) ?? 1);
  const mode = nameOf(get(state, "BM")) ?? "Normal";
  const isOpaque = fill === 1 && stroke === 1 && /^(?:Normal|Compatible)$/.test(mode);
  return !isOpaque || get(state, "SMask") instanceof PDFDict;
}

/** Find what pages paint so that what is below shines through. */
export function transparentPaints(survey: Pick<Survey, "pages" | "pieces">): readonly Paint[] {
  return findPaints(survey, { state: isTransparent, drawing: hasMask });
}

function hasMask(drawing: PDFObject): boolean {
  return drawing instanceof PDFStream && get(drawing.dict, "SMask") instanceof PDFStream;
}
