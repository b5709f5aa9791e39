import type {} from "../page/steps.js";
import type { ColumnPages, Measured } from "./shared.js";

/** Read where all stands on the pages of this run, and ready it to be printed as these pages. Runs in the page. */
export async function closeColumns(measured: Measured): Promise<ColumnPages> {
  const { steps, quoinRun } = window;
  const { all, parts, sheet, elsewhere } = quoinRun;
  if (!sheet) throw new Error("A run is closed before it is laid out");
  steps.placeParts(all, measured, sheet);
  const { targets } = measured;
  const pages = steps.headByCalls({ all, parts, targets }, steps.numberColumns(all, sheet), sheet);
  quoinRun.closed = { measured, pages };
  const pieces = parts.flatMap((part) => steps.piecesOf(part, sheet));
  const own = steps.ownPages(all, pages.length);
  const signed = steps.tellBlocks(parts);
  const starts = steps.readStarts(pieces, pages.length).slice(own.first, own.end);
  const places = steps.readPlaces(parts, pages, sheet);
  const problems = steps.findColumnOverflow(parts, pages, sheet);
  // Before the columns are taken away: what is measured after that lays all pages out as one.
  await steps.awaitMarginFaces(pages);
  // It moves no letter, but what is measured after it is laid out once more.
  steps.dropSoftHyphens();
  steps.dressPages({ all, parts, pages, ...own }, sheet);
  steps.standInForTargets(elsewhere);
  const bare = pages
    .slice(own.first, own.end)
    .map(({ folio, side, blank, partId }) => ({ folio, side, blank, partId }));
  return { pages: bare, signed, problems, ...places, starts, sheet, hasLead: own.first % 2 === 1 };
}
