import type { Raster } from "../raster/pdfium.js";

/** The pixels of each row in which ink lies, from the first of them to that behind the last; none of them where it is paper. */
export interface Reach {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Find where ink lies on plates of a size in pixels: half of a page is paper, and what looks for ink can pass it by. */
export function reachOf(
  plates: readonly Raster[],
  { width, height }: Pick<Raster, "width" | "height">,
): Reach {
  const from = new Uint32Array(height).fill(width);
  const to = new Uint32Array(height);
  for (const { data } of plates)
    for (let y = 0; y < height; y++) {
      const row = y * width;
      let left = row;
      const first = row + (from[y] ?? 0);
      while (left < first && data[left] === 255) left++;
      if (left === row + width) continue;
      from[y] = left - row;
      let right = row + width;
      const last = row + (to[y] ?? 0);
      while (right > last && data[right - 1] === 255) right--;
      to[y] = right - row;
    }
  return { from, to };
}

/** Go through the stretches of a picture's pixels in which there may be ink: from the first to behind the last. */
export function* stretches({ from, to }: Reach, width: number): Iterable<readonly [number, number]> {
  for (const [y, left] of from.entries()) {
    const right = to[y] ?? 0;
    if (left < right) yield [y * width + left, y * width + right];
  }
}
