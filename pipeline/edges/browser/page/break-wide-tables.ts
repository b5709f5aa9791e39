/**
 * Let the words of a table break at their soft hyphens where it would be wider than its place; style sheets break none in tables. Runs in
 * the page, where the document is as wide as its pages.
 */
export function breakWideTables(): void {
  const isTooWide = (table: HTMLTableElement) =>
    table.offsetWidth > (table.parentElement?.clientWidth ?? 0) + 1;
  // All reading before all writing: each change would make the next measurement lay out the document again.
  for (const table of [...document.body.querySelectorAll("table")].filter(isTooWide))
    table.style.hyphens = "manual";
}
