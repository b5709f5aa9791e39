import type { SheetGeometry } from "../../../publication.js";
import type {} from "../page/steps.js";
import type { Measured } from "./shared.js";

/** Lay the parts of the loaded run out in columns, one after another, as its pages will be broken, and measure them. Runs in the page. */
export async function layColumns(geometry: SheetGeometry): Promise<Measured> {
  /** Rows above which a table is laid out in pieces. */
  const longTable = 300;
  const { steps, quoinRun } = window;
  const sheet = steps.readSheet(geometry);
  await steps.atPageWidth((height) => {
    steps.breakWideTables();
    steps.breakLadders();
    steps.fillBeforeFullPages(height);
    steps.fitFigures(height);
    steps.letLongBoxesBreak(height);
    steps.letTallRowsBreak(height);
    steps.letSpansBreak(height);
    steps.holdWidths(document, longTable);
    steps.cutTables(longTable);
  });
  const { all, parts } = steps.openColumns(sheet);
  Object.assign(quoinRun, { all, parts, sheet });
  for (const part of parts) {
    part.columns.hidden = false;
    // It lays the part out.
    await document.fonts.ready;
    steps.holdWidths(part.section, 0);
    steps.driftFigures([part], sheet);
    steps.keepWordsWhole([part], sheet);
    steps.repeatHeads([part], sheet);
    steps.lengthenEnds([part], sheet);
    steps.keepWordsWhole([part], sheet);
    steps.sideTables([part], sheet);
    steps.tellPart("laying", part.section, steps.partLength(part, sheet));
  }
  return steps.measureRun();
}
