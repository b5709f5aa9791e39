import { type PDFArray, type PDFDocument, PDFName, PDFNull, PDFNumber } from "@cantoo/pdf-lib";
import type { Destination, Publication, Theme, Typeset } from "../../../publication.js";

/** What a step works on; it changes the PDF alone. */
export interface Work {
  readonly pdf: PDFDocument;
  readonly typeset: Typeset;
  readonly publication: Publication;
  readonly theme: Theme;
}

/** One change to a PDF. */
export type Step = (work: Work) => void;

/** PDF points in one CSS pixel. */
export const pointsInPixel = 72 / 96;

/** Make a PDF number of four decimals: a thirtieth of a micrometre. */
export function toNumber(value: number): PDFNumber {
  return PDFNumber.of(Number(value.toFixed(4)));
}

/** Points that stay free above what a link leads to. */
const headroom = 12;

/** Turn a measured place into a PDF destination that keeps the reader's zoom (ISO 32000-1, 12.3.2.2). */
export function toDestination(
  { pdf, typeset }: Pick<Work, "pdf" | "typeset">,
  { page, y }: Destination,
): PDFArray {
  const leaf = pdf.getPage(page);
  // Once: it is looked for on all that is above a page.
  const height = leaf.getHeight();
  const top = height - (typeset.geometry.bleed + y) * pointsInPixel + headroom;
  const highest = height - typeset.geometry.bleed * pointsInPixel;
  const array = pdf.context.obj([leaf.ref, PDFName.of("XYZ")]);
  array.push(PDFNull);
  array.push(toNumber(Math.min(top, highest)));
  array.push(PDFNull);
  return array;
}
