import type { CellEnd } from "./shared.js";

/**
 * Cut a row of a table where its second page begins; returns the row that goes on there. A row of which the first page shows nothing is not cut,
 * nor one that shares cells with others, or holds a table of its own. Runs in the page.
 */
export function cutAtPage(
  row: HTMLTableRowElement,
  pageOf: (box: DOMRect) => number,
): HTMLTableRowElement | "nothing before" | undefined {
  const { rowEnds, cutRow, spansInto } = window.steps;
  const cells = [...row.cells];
  if (cells.some(({ rowSpan }) => rowSpan !== 1) || spansInto(row).length > 0) return undefined;
  const pages = [...row.getClientRects()].map(pageOf);
  const [ends] = rowEnds(row, pages.slice(0, 2), pageOf);
  // What goes on may be the space below the words.
  if (!ends?.some((end) => end !== undefined)) return undefined;
  if (cells.every((cell, index) => isEmpty(cell, ends[index]))) return "nothing before";
  const [rest] = cutRow(row, [ends]);
  rest?.classList.add("quoin-row-again");
  // It stands behind a head, as a row does.
  for (const cell of rest?.cells ?? []) cell.style.paddingTop = "";
  return rest;

  /** Say whether a cell shows nothing before a place. */
  function isEmpty(cell: Element, end: CellEnd): boolean {
    const range = document.createRange();
    range.selectNodeContents(cell);
    if (end) range.setEnd(...end);
    const before = range.cloneContents();
    return before.textContent.trim() === "" && !before.querySelector("img, svg, math, hr");
  }
}
