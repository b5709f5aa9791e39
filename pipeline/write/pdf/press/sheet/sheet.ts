import { pointsInMillimetre } from "../../../../length.js";
import type { Page, PressProfile, Theme } from "../../../../publication.js";

/** A rectangle in points: lower left and upper right corner. */
export type Box = readonly [left: number, bottom: number, right: number, top: number];

/** What a sheet is cut and folded to, in millimetres. */
export interface SheetForm {
  readonly trim: Theme["trim"];
  /** Where it is folded, from the left edge of the trim. */
  readonly folds: readonly number[];
}

/** The boxes of a page (ISO 32000-1, 14.11.2), the sheet's lower left corner at 0. */
export interface Sheet {
  readonly media: Box;
  readonly bleed: Box;
  readonly trim: Box;
  /** From the sheet's left edge. */
  readonly folds: readonly number[];
  /** From the trim to where marks begin: beyond the widest bleed, and nothing of the picture below them. */
  readonly markGap: number;
}

/** Length of crop marks, and what stays white beyond them, in points. */
export const markLength = 5 * pointsInMillimetre;
const markMargin = 1 * pointsInMillimetre;

/** Derive the boxes of a page from its form, the printer's profile and the side on which it stands. */
export function sheetOf(
  { trim, folds }: SheetForm,
  { bleed, marks }: Pick<PressProfile, "bleed" | "marks">,
  side: Page["side"],
): Sheet {
  const [top, bottom, outside, spine] = [bleed.top, bleed.bottom, bleed.outside, bleed.spine].map(
    (length) => length * pointsInMillimetre,
  ) as [number, number, number, number];
  const [left, right] = side === "left" ? [outside, spine] : [spine, outside];
  const width = trim.width * pointsInMillimetre;
  const height = trim.height * pointsInMillimetre;
  const markGap = Math.max(top, bottom, outside, spine, 2 * pointsInMillimetre);
  const hasMarks = marks.length > 0;
  const slug = markGap + markLength + markMargin;
  const [x, y] = hasMarks ? [slug, slug] : [left, bottom];
  const bleedBox: Box = [x - left, y - bottom, x + width + right, y + height + top];
  return {
    trim: [x, y, x + width, y + height],
    folds: folds.map((fold) => x + fold * pointsInMillimetre),
    bleed: bleedBox,
    media: hasMarks ? [0, 0, width + 2 * slug, height + 2 * slug] : bleedBox,
    markGap,
  };
}
