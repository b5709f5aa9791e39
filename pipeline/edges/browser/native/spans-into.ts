import type { SpanInto } from "./shared.js";

/** List the cells of rows above that reach into a row, from left to right, with the index of their column. Runs in the page. */
export function spansInto(row: HTMLTableRowElement): readonly SpanInto[] {
  const section = row.parentElement;
  if (!(section instanceof HTMLTableSectionElement)) return [];
  /** What fills each column, and how many rows more. */
  const open: ({ readonly cell: HTMLTableCellElement; readonly column: number; rows: number } | undefined)[] =
    [];
  for (const each of section.rows) {
    if (each === row) break;
    let column = 0;
    for (const cell of each.cells) {
      while ((open[column]?.rows ?? 0) > 0) column++;
      const own = { cell, column, rows: cell.rowSpan };
      for (let end = column + cell.colSpan; column < end; column++) open[column] = own;
    }
    for (const own of new Set(open)) if (own) own.rows -= 1;
  }
  return [...new Set(open)].flatMap((own) => (own && own.rows > 0 ? [own] : []));
}
