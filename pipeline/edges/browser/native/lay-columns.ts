import type { SheetGeometry } from "../../../publication.js";
import type {} from "../page/steps.js";
import type { Measured } from "./shared.js";

/** Lay the parts of the loaded run out in columns, as its pages will be broken, and measure them. Runs in the page. */
export async function layColumns(geometry: SheetGeometry): Promise<Measured> {
  /** Rows above which a table is laid out in pieces. */
  const longTable = 300;
  const { steps, quoinRun } = window;
  const sheet = steps.readSheet(geometry);
  await steps.atPageWidth((height) => {
    steps.breakWideTables();
    steps.breakLadders();
    steps.letTallRowsBreak(height);
    steps.holdWidths(longTable);
    steps.cutTables(longTable);
  });
  const { all, parts } = steps.openColumns(sheet);
  Object.assign(quoinRun, { all, parts, sheet });
  await document.fonts.ready;
  steps.holdWidths(0);
  steps.driftFigures(parts, sheet);
  steps.keepWordsWhole(parts, sheet);
  steps.repeatHeads(parts, sheet);
  steps.lengthenEnds(parts, sheet);
  steps.keepWordsWhole(parts, sheet);
  return steps.measureRun();
}
