/**
 * Cut tables of so many rows and more into tables that follow one another without a seam (`data-cut` on all but the first), their columns held. Runs in the
 * page.
 *
 * Chromium looks at all rows of a table for every page that it goes on to: time and memory would grow with the square of its length.
 */
export function cutTables(leastRows: number): void {
  const piece = 100;
  for (const table of document.querySelectorAll("table")) {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    if (table.rows.length < leastRows) continue;
    const isCollapsed = getComputedStyle(table).borderCollapse === "collapse";
    const cuts: number[] = [];
    let spannedTo = 0;
    rows.forEach((row, index) => {
      // An even number of rows apart, for what style sheets do to every second one.
      const isDue = index - (cuts.at(-1) ?? 0) >= piece && index % 2 === 0;
      // Chromium may take a table of few rows, and no head, for no table.
      if (isDue && index >= spannedTo && rows.length - index >= piece / 2) cuts.push(index);
      for (const { rowSpan } of row.cells) spannedTo = Math.max(spannedTo, index + rowSpan);
    });
    const seams = isCollapsed ? cuts.flatMap((cut) => doubled(rows[cut - 1], rows[cut])) : [];
    for (const cell of seams) cell.style.borderTopStyle = "none";
    // From the end on, so that each row is moved once.
    for (const cut of cuts.toReversed()) window.steps.cutTable(table, rows[cut]);
  }

  /** Find the cells of a row whose upper border the row before it shows already. */
  function doubled(before: HTMLTableRowElement | undefined, row: HTMLTableRowElement | undefined) {
    const shows = [...(before?.cells ?? [])].some(
      (cell) => getComputedStyle(cell).borderBottomStyle !== "none",
    );
    return shows ? [...(row?.cells ?? [])] : [];
  }
}
