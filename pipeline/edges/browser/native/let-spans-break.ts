/**
 * Let rows that share cells be parted by a page's end: style sheets keep each row whole, and Chromium then keeps all rows that a
 * cell reaches into on one page, or begins a page with them. What such a cell holds stays together with the rows beside it. Runs in
 * the page, where the document is as wide as its pages, of that height.
 */
export function letSpansBreak(height: number): void {
  const spanning = [...document.body.querySelectorAll<HTMLTableCellElement>("[rowspan]")].filter(
    ({ rowSpan }) => rowSpan !== 1,
  );
  const range = document.createRange();
  // All reading before all writing: each change would make the next measurement lay out the document again.
  const found = spanning.flatMap((cell) => {
    const row = cell.parentElement;
    const body = row?.parentElement;
    if (!(row instanceof HTMLTableRowElement) || body?.localName === "thead") return [];
    const rows = [...(body?.children ?? [])].filter((each) => each instanceof HTMLTableRowElement);
    const own = rows.slice(rows.indexOf(row)).slice(0, cell.rowSpan || undefined);
    range.selectNodeContents(cell);
    const bottom = range.getBoundingClientRect().bottom;
    const beside = own.filter((each) => each.getBoundingClientRect().bottom < bottom);
    const isLow = bottom - row.getBoundingClientRect().top <= height / 2;
    return [{ cell, row, rows: own.length, beside: isLow ? beside : [] }];
  });
  for (const { cell, row, rows, beside } of found) {
    cell.rowSpan = rows;
    row.style.breakInside = "auto";
    for (const each of row.cells) if (each.rowSpan === 1) each.style.breakInside = "avoid";
    for (const each of beside) each.style.breakAfter = "avoid";
  }
}
