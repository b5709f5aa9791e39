import type { Measured, PlacedPart, Sheet } from "./shared.js";

/** Say where each part begins, as long as the runs measured them, and where a blank page must come before it. Runs in the page. */
export function placeParts(all: readonly PlacedPart[], { lengths }: Measured, sheet: Sheet): void {
  let next = 0;
  for (const part of all) {
    part.pages = lengths[part.id] ?? 0;
    part.blanksBefore = next > 0 && part.opens && part.opens !== window.steps.sideOf(next, sheet) ? 1 : 0;
    part.first = next + part.blanksBefore;
    next = part.first + part.pages;
  }
}
