import type { CoverForm, Theme } from "../../../publication.js";

/** A cover in one piece: what it is cut and folded to, and what room its spine has for words. Lengths are millimetres. */
export interface CoverLayout {
  /** Of one side, as the pages have it. */
  readonly side: Theme["trim"];
  readonly spine: number;
  /** Of the whole sheet. */
  readonly trim: Theme["trim"];
  /** From the left edge of the trim. */
  readonly folds: readonly [left: number, right: number];
  /** Size of the type on the spine; undefined where it stays blank. */
  readonly spineType?: number;
}

/** Six points: smaller type on a spine is not read on a shelf. */
const leastType = 2.1;
/** Larger type would shout beside the front. */
const mostType = 5;
/** Height of a line in sizes of its type, from the lowest descender to the highest ascender. */
const lineHeight = 1.2;

/** Lay out the cover of a book of so many pages. */
export function layOutCover(
  side: Theme["trim"],
  pages: number,
  pageThickness: number,
  { spineAdds, spineText }: CoverForm,
): CoverLayout {
  const spine = pages * pageThickness + spineAdds;
  const type = Math.min((spine - 2 * spineText.clear) / lineHeight, mostType);
  return {
    side,
    spine,
    trim: { width: 2 * side.width + spine, height: side.height },
    folds: [side.width, side.width + spine],
    ...(pages >= spineText.pages && type >= leastType && { spineType: type }),
  };
}
