import type { HeadedPage, PlacedPart, Sheet } from "./shared.js";

/** Count the pages of the parts in their order, and say what stands at the head of each. Runs in the page. */
export function numberColumns(parts: readonly PlacedPart[], sheet: Sheet): readonly HeadedPage[] {
  const recto = sheet.opensOn;
  const pages: HeadedPage[] = [];
  let count = 0;
  let before: DOMStringMap = {};
  for (const { section, blanksBefore, pages: own } of parts) {
    for (let i = -blanksBefore; i < own; i++) {
      count += 1;
      const blank = i < 0;
      // A blank page belongs to the part before it.
      const part = blank ? before : section.dataset;
      if (i === 0 && part.folioStart) count = Number(part.folioStart);
      const side = window.steps.sideOf(pages.length, sheet);
      const style = part.folioStyle ?? "decimal";
      const folio = style === "none" ? "" : style === "roman" ? window.steps.roman(count) : String(count);
      const isBare = blank || style === "none" || (i === 0 && section.hasAttribute("data-opener"));
      const head = isBare ? "" : ((side === recto ? part.headRecto : part.headVerso) ?? "");
      pages.push({ folio, side, blank, partId: part.part ?? "", head });
    }
    before = section.dataset;
  }
  return pages;
}
