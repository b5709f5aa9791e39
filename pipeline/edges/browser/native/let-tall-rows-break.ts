/**
 * Let a row of a table that is taller than a page begin where the one before it ends: style sheets keep rows whole, and it would begin a
 * page, and leave the one before it half empty. Runs in the page, where the document is as wide as its pages, of that height.
 */
export function letTallRowsBreak(height: number): void {
  const rows = [...document.body.querySelectorAll("tr")].filter((row) => row.offsetHeight > height);
  for (const row of rows) row.style.breakInside = "auto";
}
