import type { Raster } from "../raster/pdfium.js";

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
export function measure(plates: readonly Raster[], limit: number): Coverage {
  const [{ width, height } = { width: 0, height: 0 }] = plates;
  const sums = new Uint16Array(width * height);
  for (const { data } of plates)
    for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + 255 - (data[at] ?? 255);
  const means = overSquares(sums, width, height);
  let highest = 0;
  for (let at = 1; at < means.length; at++) if ((means[at] ?? 0) > (means[highest] ?? 0)) highest = at;
  return {
    most: percent(means[highest] ?? 0),
    at: [highest % Math.max(width, 1), Math.floor(highest / Math.max(width, 1))],
    excesses: excessesIn(means, width, limit),
  };
}

function percent(sum: number): number {
  return (sum / 255) * 100;
}

/**
 * Average over three by three pixels: at 72 an inch that is a square of 1.06 millimetres. The outermost row is left out, which
 * marks at the edge of the bleed may touch.
 */
function overSquares(sums: Uint16Array, width: number, height: number): Float32Array {
  const means = new Float32Array(sums.length);
  for (let y = 2; y < height - 2; y++)
    for (let x = 2; x < width - 2; x++) {
      let sum = 0;
      for (let row = (y - 1) * width + x - 1; row <= (y + 1) * width + x - 1; row += width)
        sum += (sums[row] ?? 0) + (sums[row + 1] ?? 0) + (sums[row + 2] ?? 0);
      means[y * width + x] = sum / 9;
    }
  return means;
}

/** Find the coherent areas above a limit. */
function excessesIn(means: Float32Array, width: number, limit: number): readonly Excess[] {
  const seen = new Uint8Array(means.length);
  const found: Excess[] = [];
  const isOver = (at: number) => percent(means[at] ?? 0) > limit;
  for (let start = 0; start < means.length; start++) {
    if (seen[start] || !isOver(start)) continue;
    seen[start] = 1;
    const waiting = [start];
    let [left, top, right, bottom, most, area] = [width, means.length, 0, 0, 0, 0];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      [left, right, top, bottom] = [
        Math.min(left, x),
        Math.max(right, x + 1),
        Math.min(top, y),
        Math.max(bottom, y + 1),
      ];
      most = Math.max(most, percent(means[at] ?? 0));
      area++;
      for (const next of [at - 1, at + 1, at - width, at + width]) {
        if (next < 0 || next >= means.length || seen[next] || !isOver(next)) continue;
        seen[next] = 1;
        waiting.push(next);
      }
    }
    found.push({ most, box: [left, top, right, bottom], area });
  }
  return found.sort((a, b) => b.area - a.area);
}
