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
  const { squares, highest } = inSquares(sums, width, height);
  const most = percent(squares[highest] ?? 0);
  return {
    most,
    at: [highest % Math.max(width, 1), Math.floor(highest / Math.max(width, 1))],
    excesses: most > limit ? excessesIn(squares, width, limit) : [],
  };
}

/** The average of a square of nine pixels, from their sum. */
function percent(square: number): number {
  return (square / 9 / 255) * 100;
}

/**
 * Add up three by three pixels: at 72 an inch that is a square of 1.06 millimetres. The outermost row is left out, which
 * marks at the edge of the bleed may touch. Says where the highest sum is, too.
 */
function inSquares(sums: Uint16Array, width: number, height: number) {
  const squares = new Uint32Array(sums.length);
  const columns = new Uint32Array(width);
  let [highest, most] = [0, 0];
  for (let y = 2; y < height - 2; y++) {
    const row = y * width;
    for (let x = 1; x < width - 1; x++) {
      const at = row + x;
      columns[x] = (sums[at - width] ?? 0) + (sums[at] ?? 0) + (sums[at + width] ?? 0);
    }
    for (let x = 2; x < width - 2; x++) {
      const square = (columns[x - 1] ?? 0) + (columns[x] ?? 0) + (columns[x + 1] ?? 0);
      squares[row + x] = square;
      if (square > most) [highest, most] = [row + x, square];
    }
  }
  return { squares, highest };
}

/** Find the coherent areas above a limit. */
function excessesIn(squares: Uint32Array, width: number, limit: number): readonly Excess[] {
  const seen = new Uint8Array(squares.length);
  const found: Excess[] = [];
  const isOver = (at: number) => percent(squares[at] ?? 0) > limit;
  for (let start = 0; start < squares.length; start++) {
    if (seen[start] || !isOver(start)) continue;
    seen[start] = 1;
    const waiting = [start];
    let [left, top, right, bottom, most, area] = [width, squares.length, 0, 0, 0, 0];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      [left, right, top, bottom] = [
        Math.min(left, x),
        Math.max(right, x + 1),
        Math.min(top, y),
        Math.max(bottom, y + 1),
      ];
      most = Math.max(most, percent(squares[at] ?? 0));
      area++;
      for (const next of [at - 1, at + 1, at - width, at + width]) {
        if (next < 0 || next >= squares.length || seen[next] || !isOver(next)) continue;
        seen[next] = 1;
        waiting.push(next);
      }
    }
    found.push({ most, box: [left, top, right, bottom], area });
  }
  return found.sort((a, b) => b.area - a.area);
}
