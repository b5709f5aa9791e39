import type {} from "../page/steps.js";

/** Show, of a run that was taken, all: one part after another, so that it can be told how many are laid out. Runs in the page. */
export function showParts(): void {
  for (const section of document.querySelectorAll<HTMLElement>("[data-sample]")) {
    delete section.dataset.sample;
    void section.offsetHeight;
    window.steps.tellPart("loading", section, 0);
  }
}
