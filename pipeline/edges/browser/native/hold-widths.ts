/**
 * Let the columns of tables that have so many rows keep the widths that they have now. Runs in the page.
 *
 * Chromium makes them as wide as their words ask for, and a word from which a soft hyphen is taken asks for more: a cell that
 * then got a line more would push its row to another page than was measured. Besides, such a table is laid out sooner.
 */
export function holdWidths(around: ParentNode, leastRows: number): void {
  const tables = [...around.querySelectorAll("table")].filter(
    (table) => table.rows.length >= leastRows && table.style.tableLayout !== "fixed",
  );
  // All reading before all writing: each change would make the next measurement lay out the document again.
  const held = tables.flatMap((table) => {
    const [box] = table.getClientRects();
    return box ? [{ table, width: box.width, columns: widthsOf(table) }] : [];
  });
  for (const { table, width, columns } of held) {
    const group = document.createElement("colgroup");
    for (const column of columns) {
      const col = document.createElement("col");
      if (column !== undefined) col.style.width = `${column}px`;
      group.append(col);
    }
    for (const own of table.querySelectorAll(":scope > colgroup, :scope > col")) own.remove();
    if (table.caption) table.caption.after(group);
    else table.prepend(group);
    Object.assign(table.style, { tableLayout: "fixed", boxSizing: "border-box", width: `${width}px` });
  }

  /** Read the width of each column off a cell that is in no other; undefined where it has none. */
  function widthsOf(table: HTMLTableElement): readonly (number | undefined)[] {
    const widths: (number | undefined)[] = [];
    /** How many rows each column is still filled by a cell from above. */
    const filled: number[] = [];
    for (const row of table.rows) {
      let column = 0;
      for (const cell of row.cells) {
        while (filled[column]) column++;
        for (let own = column; own < column + cell.colSpan; own++) {
          filled[own] = cell.rowSpan;
          widths[own] ??= cell.colSpan === 1 ? cell.getClientRects()[0]?.width : undefined;
        }
        column += cell.colSpan;
      }
      filled.forEach((rows, own) => {
        filled[own] = Math.max(0, rows - 1);
      });
    }
    return widths;
  }
}
