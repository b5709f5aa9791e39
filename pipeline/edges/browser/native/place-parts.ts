import type { ColumnPart, Sheet } from "./shared.js";

/** Count the pages of every part, and the blank ones that must come before it. Runs in the page. */
export function placeParts(parts: readonly ColumnPart[], sheet: Sheet): void {
  let next = 0;
  for (const part of parts) {
    const place = window.steps.locate(part, sheet);
    const [last] = [...part.section.getClientRects()].slice(-1);
    part.pages = last ? place(last).page + 1 : 1;
    part.blanksBefore = next > 0 && part.opens && part.opens !== window.steps.sideOf(next, sheet) ? 1 : 0;
    part.first = next + part.blanksBefore;
    next = part.first + part.pages;
  }
}
