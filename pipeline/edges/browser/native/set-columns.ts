import type { SheetGeometry } from "../../../publication.js";
import type {} from "../page/steps.js";
import type { ColumnPages } from "./shared.js";

/**
 * Find the pages of the loaded document in columns, and ready it to be printed as these pages. Runs in the page.
 *
 * `page-limit` where more than `limit` pages would be needed.
 */
export async function setColumns(
  geometry: SheetGeometry,
  limit: number,
): Promise<ColumnPages | "page-limit"> {
  /** Rows above which a table is laid out in pieces. */
  const longTable = 300;
  const { steps } = window;
  const sheet = steps.readSheet(geometry);
  await steps.atPageWidth((height) => {
    steps.breakWideTables();
    steps.breakLadders();
    steps.letTallRowsBreak(height);
    steps.holdWidths(longTable);
    steps.cutTables(longTable);
  });
  const parts = steps.openColumns(sheet);
  await document.fonts.ready;
  steps.holdWidths(0);
  steps.placeParts(parts, sheet);
  const count = () => parts.reduce((sum, part) => sum + part.blanksBefore + part.pages, 0);
  if (count() > limit) return "page-limit";
  steps.driftFigures(parts, sheet);
  steps.keepWordsWhole(parts, sheet);
  steps.repeatHeads(parts, sheet);
  steps.lengthenEnds(parts, sheet);
  steps.keepWordsWhole(parts, sheet);
  steps.placeParts(parts, sheet);
  let pages = steps.numberColumns(parts, sheet);
  // Numbers may make a line of the contents longer, and so a page more, and so other numbers.
  for (let before = 0, round = 0; before !== count() && round < 4; round++) {
    before = count();
    steps.fillNumbers(parts, pages, sheet);
    steps.placeParts(parts, sheet);
    pages = steps.numberColumns(parts, sheet);
  }
  steps.dropSoftHyphens();
  const pieces = parts.flatMap((part) => steps.piecesOf(part, sheet));
  const starts = steps.readStarts(pieces, pages.length);
  const places = steps.readPlaces(parts, pages, sheet);
  const problems = steps.findColumnOverflow(parts, pages, sheet);
  // Before the columns are taken away: what is measured after that lays all pages out as one.
  await steps.awaitMarginFaces(pages);
  steps.dressPages(parts, pages, sheet);
  steps.standInForTargets();
  const bare = pages.map(({ folio, side, blank, partId }) => ({ folio, side, blank, partId }));
  return { pages: bare, problems, ...places, starts, sheet };
}
