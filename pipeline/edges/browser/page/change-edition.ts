import type { DocumentEdition } from "../../../publication.js";
import type {} from "./shared.js";
import type {} from "./steps.js";

/**
 * Ready pages that were printed to be printed as another edition of the same document; false where its pages may be others, and it must be set anew. Runs in the
 * page.
 *
 * They are the same where the style sheets of both editions only paint, and where the parts that one lacks stand on a number of whole sheets before all others, which take no number
 * from them.
 */
export function changeEdition({ css, leftOut }: DocumentEdition): boolean {
  const { steps, quoin } = window;
  const style = document.querySelector("style[data-edition]");
  if (!style || !quoin.isEditionApart || !steps.standsApart(css)) return false;

  const isLeaving = (id: string | undefined) => id !== undefined && leftOut.includes(id);
  const all = quoin.pages.map(({ partId }, index) => ({ element: quoin.elements[index], partId }));
  const leaving = all.flatMap(({ element, partId }) => (element && isLeaving(partId) ? [element] : []));
  const rest = all.flatMap(({ element, partId }) => (element && !isLeaving(partId) ? [element] : []));
  // An edition before this one left out what this one has.
  if (!rest.every(({ isConnected }) => isConnected)) return false;
  const [first] = rest;
  if (!first) return false;
  if (leaving.length > 0) {
    const isAhead = quoin.elements[leaving.length] === first && leaving.length % 2 === 0;
    const opens = first.querySelector<HTMLElement>("[data-part]:not([data-split-from])");
    if (!isAhead || opens?.dataset.folioStart === undefined || quoin.isCounting) return false;
    const partsOn = (pages: readonly HTMLElement[]) =>
      pages.flatMap((page) => [...page.querySelectorAll<HTMLElement>("[data-part]")]);
    if (partsOn(rest).some(({ dataset }) => isLeaving(dataset.part))) return false;
    if (!partsOn(leaving).every(({ dataset }) => isLeaving(dataset.part))) return false;
    const ids = new Set(
      leaving.flatMap((page) => [...page.querySelectorAll("[id]")].map(({ id }) => `#${id}`)),
    );
    const links = rest.flatMap((page) => [...page.querySelectorAll("a[href^='#']")]);
    if (links.some((link) => ids.has(decodeURIComponent(link.getAttribute("href") ?? "")))) return false;
  }

  style.textContent = css;
  for (const standIn of document.querySelectorAll("head > link[id]")) standIn.remove();
  for (const page of leaving) page.remove();
  steps.standInForTargets();
  return true;
}
