import type { Box } from "../../../diff/edition.js";

declare global {
  interface Window {
    differingAreas: typeof differingAreas;
  }
}

/** Find where two painted pages differ, as boxes in points; near differences are one area. Runs in the page. */
export function differingAreas(
  old: HTMLCanvasElement,
  now: HTMLCanvasElement,
  column: { readonly left: number; readonly right: number } | undefined,
  blind: readonly Box[],
  scale: number,
): Box[] {
  /** Pixels of a cell; a shade that differs by less, or in fewer pixels of a cell, is the painter's mood. */
  const [cell, shade, fewest] = [6, 56, 3];
  const { width, height } = now;
  if (!column && (old.width !== width || old.height !== height))
    return [{ left: 0, top: 0, width: width / scale, height: height / scale }];
  const pixelsOf = (canvas: HTMLCanvasElement) =>
    canvas.getContext("2d")?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
  const [a, b] = [pixelsOf(old), pixelsOf(now)];
  const [columns, rows] = [Math.ceil(width / cell), Math.ceil(height / cell)];
  const counts = new Uint16Array(columns * rows);
  const fromX = Math.max(0, Math.floor((column?.left ?? 0) * scale));
  const toX = Math.min(width, column ? column.right * scale : width);
  const isBlind = (x: number, y: number) =>
    blind.some(
      ({ left, top, ...box }) => x >= left && y >= top && x < left + box.width && y < top + box.height,
    );
  for (let y = 0; y < height; y++) {
    for (let x = fromX; x < toX; x++) {
      const at = (y * width + x) * 4;
      const difference = Math.max(
        Math.abs((a[at] ?? 0) - (b[at] ?? 0)),
        Math.abs((a[at + 1] ?? 0) - (b[at + 1] ?? 0)),
        Math.abs((a[at + 2] ?? 0) - (b[at + 2] ?? 0)),
      );
      const index = Math.floor(y / cell) * columns + Math.floor(x / cell);
      if (difference > shade && !isBlind(x / scale, y / scale)) counts[index] = (counts[index] ?? 0) + 1;
    }
  }
  const areas: Box[] = [];
  const isMarked = (index: number) => (counts[index] ?? 0) >= fewest;
  for (let start = 0; start < counts.length; start++) {
    if (!isMarked(start)) continue;
    let [left, right, top, bottom] = [columns, 0, rows, 0];
    const open = [start];
    counts[start] = 0;
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      const [x, y] = [index % columns, Math.floor(index / columns)];
      [left, right, top, bottom] = [
        Math.min(left, x),
        Math.max(right, x),
        Math.min(top, y),
        Math.max(bottom, y),
      ];
      for (let dy = -2; dy <= 2; dy++) {
        for (let dx = -2; dx <= 2; dx++) {
          const [nextX, nextY] = [x + dx, y + dy];
          const next = nextY * columns + nextX;
          if (nextX < 0 || nextX >= columns || nextY < 0 || nextY >= rows || !isMarked(next)) continue;
          counts[next] = 0;
          open.push(next);
        }
      }
    }
    areas.push({
      left: (left * cell) / scale,
      top: (top * cell) / scale,
      width: ((right - left + 1) * cell) / scale,
      height: ((bottom - top + 1) * cell) / scale,
    });
  }
  return areas;
}
