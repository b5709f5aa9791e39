/**
 * Cut the cells that reach into a row from above, so that a table can be cut before it: what they hold stays above. Returns what makes them whole
 * again, as long as their upper pieces are where they are now, or were cut further. Runs in the page.
 */
export function cutSpans(row: HTMLTableRowElement): () => void {
  const { spansInto } = window.steps;
  const before = row.previousElementSibling;
  const rests = spansInto(row).map(({ cell, column, rows }) => {
    const rest = cell.cloneNode() as HTMLTableCellElement;
    rest.removeAttribute("id");
    rest.rowSpan = rows;
    cell.rowSpan -= rows;
    return { rest, column };
  });
  // In their order: each finds those before it in their places.
  for (const { rest, column } of rests) {
    const next = [...row.cells].find((cell) => columnOf(cell) >= column);
    row.insertBefore(rest, next ?? null);
  }
  return () => {
    for (const { rest, column } of rests) {
      const whole = before instanceof HTMLTableRowElement ? cellAbove(before, column) : undefined;
      if (whole) whole.rowSpan += rest.rowSpan;
      rest.remove();
    }
  };

  /** The column in which a cell of the row begins, where the row has no cells from above any more. */
  function columnOf(cell: HTMLTableCellElement): number {
    let column = 0;
    for (const each of row.cells) {
      if (each === cell) break;
      column += each.colSpan;
    }
    return column;
  }

  /** The cell in a column of a row, which may have begun above. */
  function cellAbove(above: HTMLTableRowElement, column: number): HTMLTableCellElement | undefined {
    const from = spansInto(above).find((each) => each.column === column);
    if (from) return from.cell;
    const taken = new Set(
      spansInto(above).flatMap(({ cell, column: at }) =>
        Array.from({ length: cell.colSpan }, (_, i) => at + i),
      ),
    );
    let at = 0;
    for (const cell of above.cells) {
      while (taken.has(at)) at++;
      if (at === column) return cell;
      at += cell.colSpan;
    }
    return undefined;
  }
}
