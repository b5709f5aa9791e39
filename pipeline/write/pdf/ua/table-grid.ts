import { numberOf } from "../values.js";
import { attributeOf, type StructureElement } from "./read-structure.js";

/** The cells of a table laid out, with their spans. */
export interface TableGrid {
  /** Cells in a place that another already has. */
  readonly overlaps: number;
  /** Columns that each row fills. */
  readonly rowLengths: readonly number[];
  /** Rows that each column fills. */
  readonly columnLengths: readonly number[];
}

/** Lay out a table by its RowSpan and ColSpan attributes (ISO 32000-1, 14.8.5.7). */
export function tableGrid(table: StructureElement): TableGrid {
  const rows = table.children
    .flatMap((child) => (child.standard === "TR" ? [child] : child.children))
    .filter(({ standard }) => standard === "TR");
  const taken: boolean[][] = rows.map(() => []);
  let overlaps = 0;
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row.children) {
      while (taken[y]?.[x]) x++;
      const wide = numberOf(attributeOf(cell, "ColSpan")) ?? 1;
      const high = numberOf(attributeOf(cell, "RowSpan")) ?? 1;
      let overlapping = false;
      for (let below = y; below < y + high; below++) {
        for (let right = x; right < x + wide; right++) {
          // A span may reach below the last row: that row is then there for this column alone.
          taken[below] ??= [];
          const line = taken[below] ?? [];
          overlapping ||= line[right] === true;
          line[right] = true;
        }
      }
      if (overlapping) overlaps++;
      x += wide;
    }
  });
  const count = (line: readonly boolean[]) => line.filter(Boolean).length;
  const width = Math.max(0, ...taken.map((line) => line.length));
  return {
    overlaps,
    rowLengths: taken.map(count),
    columnLengths: Array.from({ length: width }, (_, x) => taken.filter((line) => line[x]).length),
  };
}

/** Say which member of a list differs from the first; undefined where all are equal. */
export function firstOther(lengths: readonly number[]): number | undefined {
  const index = lengths.findIndex((length) => length !== lengths[0]);
  return index < 0 ? undefined : index;
}
