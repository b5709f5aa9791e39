import type { Theme } from "../../../publication.js";

/** The print page in CSS pixels: everything that margins, measure and grid are derived from. */
export interface PageGeometry {
  readonly width: number;
  readonly height: number;
  /** From the trim to the first line's box. */
  readonly top: number;
  readonly bottom: number;
  /** From the spine to the text. */
  readonly inner: number;
  /** From the outer trim to running heads, folios and wide figures. */
  readonly edge: number;
  /** Width of a line of text. */
  readonly measure: number;
  /** What wide pieces and hanging quotes may use beyond the measure, toward the outer edge. */
  readonly reach: number;
  /** Lines of the grid on a full page. */
  readonly lines: number;
}

/** Distance of two lines of the grid in CSS pixels: 13.5 pt, whole pixels because Chromium snaps baselines to them. */
export const lead = 18;

/** What a printer asks of the sheet, in millimetres. */
export interface Paper {
  /** Beyond the trim, on all sides. */
  readonly bleed: number;
  /** From the spine to the text, at least. */
  readonly gutter: number;
}

/** A sheet for no printer in particular. */
export const anyPaper: Paper = { bleed: 5, gutter: 0 };

/** Lines longer than this many pixels (some 74 characters) tire: a broader page gets a broader margin instead. */
const longestMeasure = 440;

/** Convert millimetres to CSS pixels. */
export function pixels(millimetres: number): number {
  return (millimetres * 96) / 25.4;
}

/**
 * Derive the page from its trim in millimetres: margins grow with it, and lines fill whole steps of the grid. A gutter wider
 * than the margin takes from the measure.
 */
export function pageGeometry(trim: Theme["trim"], { gutter }: Paper = anyPaper): PageGeometry {
  const width = pixels(trim.width);
  const height = pixels(trim.height);
  const across = trim.width / 170;
  const down = trim.height / 240;
  const inner = Math.round(Math.max(pixels(22 * across), pixels(gutter)));
  const edge = Math.round(pixels(16 * across));
  const measure = Math.round(Math.min(width - inner - pixels(40 * across), longestMeasure));
  const reach = Math.floor(width - inner - measure - edge);
  const top = Math.round(pixels(27 * down));
  const lines = Math.floor((height - top - pixels(22 * down)) / lead);
  return { width, height, top, bottom: height - top - lines * lead, inner, edge, measure, reach, lines };
}
