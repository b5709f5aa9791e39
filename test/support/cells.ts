import type { Pixels } from "./render.js";

/** Side of a cell, in pixels. */
const size = 6;

/** Tell how light a page is, 0 to 255, in cells of six pixels, of a part of so many pixels that begins `inset` from the left and the top. */
export function cellsOf(
  { width: row, data }: Pixels,
  width: number,
  height: number,
  inset: number,
): number[] {
  const cells: number[] = [];
  for (let y = 0; y + size <= height; y += size) {
    for (let x = 0; x + size <= width; x += size) {
      let sum = 0;
      for (let dy = 0; dy < size; dy++)
        for (let dx = 0; dx < size; dx++) {
          const at = (Math.floor(y + dy + inset) * row + Math.floor(x + dx + inset)) * 4;
          sum += 0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0);
        }
      cells.push(sum / size / size);
    }
  }
  return cells;
}
