import type { DocumentEdition } from "../../../publication.js";
import type {} from "../page/steps.js";

/**
 * Ready a run whose pages were printed to be printed as another edition of the same pages; false where its pages may be others, and it must be set anew. Runs in
 * the page.
 *
 * They are the same where the style sheets of both editions only paint, and where the parts that one lacks take no number from the pages of the others: each
 * part is laid out for itself.
 */
export function changeEdition(edition: DocumentEdition): boolean {
  const { steps, quoinRun } = window;
  const { all, parts, sheet, closed, isCounting } = quoinRun;
  const style = document.querySelector("style[data-edition]");
  if (!style || !sheet || !closed) return false;
  if (![style.textContent, edition.css].every((css) => steps.onlyPaints(css))) return false;
  if (isCounting && edition.leftOut.length > 0) return false;

  const stays = (id: string) => !edition.leftOut.includes(id);
  const rest = all.filter(({ id }) => stays(id));
  // An edition before this one left out what this one has.
  if (rest.some(({ section }) => section.dataset.leftOut !== undefined)) return false;
  const pages = closed.pages.filter(({ partId }) => stays(partId));
  steps.placeParts(rest, closed.measured, sheet);
  const numbered = steps.numberColumns(rest, sheet);
  const isSame = numbered.every(({ folio, side, blank, partId }, index) => {
    const page = pages[index];
    return page?.folio === folio && page.side === side && page.blank === blank && page.partId === partId;
  });
  if (!isSame || numbered.length !== pages.length) return false;

  steps.wearEdition(document, edition);
  for (const dress of document.querySelectorAll("[data-dress]")) dress.remove();
  const own = steps.ownPages(rest, pages.length);
  steps.dressPages({ all: rest, parts: parts.filter(({ id }) => stays(id)), pages, ...own }, sheet);
  return true;
}
