import type { Matrix } from "../../press/images/placements.js";
import type { Box } from "../../press/sheet/sheet.js";

/** A path under construction, as boxes around each of its parts in points of the user space (ISO 32000-1, 8.5.2). */
export class PathBoxes {
  #boxes: [number, number, number, number][] = [];

  /** Follow an operator that builds a path. */
  build(name: string, operands: readonly number[], matrix: Matrix): void {
    if (name === "re") {
      const [x = 0, y = 0, width = 0, height = 0] = operands;
      this.#begin(matrix, x, y);
      this.#reach(matrix, x + width, y);
      this.#reach(matrix, x, y + height);
      this.#reach(matrix, x + width, y + height);
    } else if (name === "m") this.#begin(matrix, operands[0] ?? 0, operands[1] ?? 0);
    else
      for (let at = 0; at + 1 < operands.length; at += 2)
        this.#reach(matrix, operands[at] ?? 0, operands[at + 1] ?? 0);
  }

  /** Hand out the boxes and begin anew. */
  take(): readonly Box[] {
    const taken = this.#boxes;
    this.#boxes = [];
    return taken;
  }

  #begin(matrix: Matrix, x: number, y: number): void {
    const [across, up] = apply(matrix, x, y);
    this.#boxes.push([across, up, across, up]);
  }

  #reach(matrix: Matrix, x: number, y: number): void {
    const box = this.#boxes.at(-1);
    if (!box) return;
    const [across, up] = apply(matrix, x, y);
    box[0] = Math.min(box[0], across);
    box[1] = Math.min(box[1], up);
    box[2] = Math.max(box[2], across);
    box[3] = Math.max(box[3], up);
  }
}

/** Take a point through a matrix. */
export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The box around boxes, of which a map may have hundreds of thousands. */
export function around(boxes: readonly Box[]): Box {
  return boxes.reduce<Box>(
    ([left, bottom, right, top], box) => [
      Math.min(left, box[0]),
      Math.min(bottom, box[1]),
      Math.max(right, box[2]),
      Math.max(top, box[3]),
    ],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
}
