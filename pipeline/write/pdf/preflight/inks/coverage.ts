import type { Raster } from "../raster/pdfium.js";
import { type Plate, type Reach, stretches } from "./reach.js";

/** Where more ink lies than a printer wants. */
export interface Excess {
  /** Per cent of all inks together, over a square millimetre. */
  readonly most: number;
  /** In pixels, from the upper left corner: left, top, right, bottom. */
  readonly box: readonly [number, number, number, number];
  /** In pixels. */
  readonly area: number;
}

/** How much ink lies on a page. */
export interface Coverage {
  /** Per cent of all inks together, over a square millimetre. */
  readonly most: number;
  /** The pixel in the middle of that square. */
  readonly at: readonly [x: number, y: number];
  /** The largest first. */
  readonly excesses: readonly Excess[];
}

/** Measure plates of one page, 255 where there is no ink, against a limit in per cent. */
export function measure(plates: readonly Plate[], reach: Reach, limit: number): Coverage {
  const [{ width, height } = { width: 0, height: 0 }] = plates;
  const page: Light = { light: added(plates), width, height, paper: 255 * plates.length };
  const at = darkest(page, reach);
  const most = percent(inkAround(page, at));
  return {
    most,
    at: [at % Math.max(width, 1), Math.floor(at / Math.max(width, 1))],
    excesses: most > limit ? excessesIn(page, limit) : [],
  };
}

/** What all plates of a page leave of their whites, and how much that is where there is paper. */
interface Light extends Pick<Raster, "width" | "height"> {
  readonly light: Uint8Array | Uint16Array;
  readonly paper: number;
}

function added(plates: readonly Plate[]): Light["light"] {
  const [first, ...others] = plates;
  if (others.length === 0) return first?.data ?? new Uint8Array();
  const sums = new Uint16Array(first?.data.length ?? 0).fill(255 * plates.length);
  for (const { data, width, reach } of plates)
    for (const [from, to] of stretches(reach, width))
      for (let at = from; at < to; at++) sums[at] = (sums[at] ?? 0) + (data[at] ?? 255) - 255;
  return sums;
}

/** The average of a square of nine pixels, from their sum. */
function percent(square: number): number {
  return (square / 9 / 255) * 100;
}

/**
 * Find the pixel around which there is most ink in a square of three by three: at 72 an inch that is one of 1.06 millimetres. The
 * outermost row is left out, which marks at the edge of the bleed may touch.
 */
function darkest({ light, width, height, paper }: Light, { from, to }: Reach): number {
  const column = (at: number) => (light[at - width] ?? 0) + (light[at] ?? 0) + (light[at + width] ?? 0);
  let [found, least] = [0, 9 * paper];
  for (let y = 2; y < height - 2; y++) {
    const left = Math.max(2, Math.min(from[y - 1] ?? 0, from[y] ?? 0, from[y + 1] ?? 0) - 1);
    const right = Math.min(width - 2, Math.max(to[y - 1] ?? 0, to[y] ?? 0, to[y + 1] ?? 0) + 1);
    if (left >= right) continue;
    const row = y * width;
    let [before, here] = [column(row + left - 1), column(row + left)];
    for (let at = row + left; at < row + right; at++) {
      const next = column(at + 1);
      const square = before + here + next;
      if (square < least) [found, least] = [at, square];
      before = here;
      here = next;
    }
  }
  return found;
}

/** Add up the ink of the square around a pixel; none at the edge. */
function inkAround({ light, width, height, paper }: Light, at: number): number {
  const [x, y] = [at % width, Math.floor(at / width)];
  if (x < 2 || y < 2 || x >= width - 2 || y >= height - 2) return 0;
  let ink = 9 * paper;
  for (const row of [at - width, at, at + width])
    ink -= (light[row - 1] ?? 0) + (light[row] ?? 0) + (light[row + 1] ?? 0);
  return ink;
}

/** Find the coherent areas above a limit. */
function excessesIn(page: Light, limit: number): readonly Excess[] {
  const { light, width } = page;
  const seen = new Uint8Array(light.length);
  const found: Excess[] = [];
  const isOver = (at: number) => percent(inkAround(page, at)) > limit;
  for (let start = 0; start < light.length; start++) {
    if (seen[start] || !isOver(start)) continue;
    seen[start] = 1;
    const waiting = [start];
    let [left, top, right, bottom, most, area] = [width, light.length, 0, 0, 0, 0];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      [left, right, top, bottom] = [
        Math.min(left, x),
        Math.max(right, x + 1),
        Math.min(top, y),
        Math.max(bottom, y + 1),
      ];
      most = Math.max(most, percent(inkAround(page, at)));
      area++;
      for (const next of [at - 1, at + 1, at - width, at + width]) {
        if (next < 0 || next >= light.length || seen[next] || !isOver(next)) continue;
        seen[next] = 1;
        waiting.push(next);
      }
    }
    found.push({ most, box: [left, top, right, bottom], area });
  }
  return found.sort((a, b) => b.area - a.area);
}
