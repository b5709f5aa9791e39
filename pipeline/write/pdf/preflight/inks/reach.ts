import type { Raster } from "../raster/pdfium.js";

/** The pixels of each row in which ink lies, from the first of them to that behind the last; none of them where it is paper. */
export interface Reach {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** A plate, white where there is no ink, and where on it there is some. */
export interface Plate extends Raster {
  readonly reach: Reach;
}

/** Four white pixels, as a number with a sign: those without take longer. */
const fourWhite = -1;

/** Find where ink lies on a plate: half of a page is paper, and what looks for ink can pass it by. */
export function toPlate({ width, height, data }: Raster): Plate {
  const from = new Uint32Array(height).fill(width);
  const to = new Uint32Array(height);
  const words = new Int32Array(data.buffer, 0, data.byteOffset === 0 ? data.length >> 2 : 0);
  for (let y = 0; y < height; y++) {
    const [row, end] = [y * width, (y + 1) * width];
    let left = row;
    while (left < end && (left & 3) !== 0 && data[left] === 255) left++;
    if ((left & 3) === 0) while (left < end && words[left >> 2] === fourWhite) left += 4;
    while (left < end && data[left] === 255) left++;
    // Four at a time may be those of the next row as well.
    if (left >= end) continue;
    from[y] = left - row;
    let right = end;
    while ((right & 3) !== 0 && data[right - 1] === 255) right--;
    if ((right & 3) === 0) while (words[(right >> 2) - 1] === fourWhite) right -= 4;
    while (data[right - 1] === 255) right--;
    to[y] = right - row;
  }
  return { width, height, data, reach: { from, to } };
}

/** Where there is ink on any of some plates of so many rows. */
export function reachOf(
  plates: readonly Plate[],
  { width, height }: Pick<Raster, "width" | "height">,
): Reach {
  const from = new Uint32Array(height).fill(width);
  const to = new Uint32Array(height);
  for (const { reach } of plates)
    for (let y = 0; y < height; y++) {
      from[y] = Math.min(from[y] ?? 0, reach.from[y] ?? 0);
      to[y] = Math.max(to[y] ?? 0, reach.to[y] ?? 0);
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
