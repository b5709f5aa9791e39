import type { DocumentEdition } from "../../../publication.js";

/**
 * Give a document the style sheet of one of its editions, and empty the sections of the parts that this one does not have: they keep their place, for what style
 * sheets say of neighbours. Runs in the page.
 */
export function wearEdition(root: Document, { css, leftOut }: DocumentEdition): void {
  for (const style of root.querySelectorAll("style[data-edition]")) style.textContent = css;
  for (const section of root.querySelectorAll<HTMLElement>("body > [data-part]")) {
    if (!leftOut.includes(section.dataset.part ?? "")) continue;
    section.replaceChildren();
    section.dataset.leftOut = "";
  }
}
