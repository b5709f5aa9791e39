import type { ColumnPart, Sheet } from "./shared.js";

/** Count the pages of a part that is laid out in columns. Runs in the page. */
export function partLength(part: ColumnPart, sheet: Sheet): number {
  const last = [...part.section.getClientRects()].at(-1);
  return last ? window.steps.locate(part, sheet)(last).page + 1 : 1;
}
