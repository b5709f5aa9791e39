import type { NumberedPage } from "./shared.js";

/**
 * Install the counting of pages: each page in turn gets its folio and its running head as attributes, on itself and on its
 * margin boxes, while it is made, since Paged.js measures margin boxes then. Runs in the page.
 */
export function installNumbering(): void {
  let count = 0;
  let part: DOMStringMap = {};
  const places = new Map<Element, number>();
  /** The pages on which that is called what stands on a page: those before it are set, and where they stand. */
  const callsOf = (page: HTMLElement) =>
    [...page.querySelectorAll<HTMLElement>("[data-head-by]")].map(({ dataset }) => {
      const on = document.getElementById(dataset.headBy ?? "")?.closest(".pagedjs_page");
      return on ? places.get(on) : undefined;
    });

  window.quoin.numberPage = (page, blank): NumberedPage => {
    count += 1;
    const parts = [...page.querySelectorAll<HTMLElement>("[data-part]")];
    const opening = parts.find((each) => !each.hasAttribute("data-split-from"));
    const start = opening?.dataset.folioStart;
    if (start) count = Number(start);
    // A page belongs to the part that it begins with; a blank page to the part before it.
    part = parts[0]?.dataset ?? part;
    places.set(page, window.quoin.pages.length);
    const opens = !blank && opening !== undefined && opening.hasAttribute("data-opener");
    const side = page.classList.contains("pagedjs_left_page") ? "left" : "right";
    const style = part.folioStyle ?? "decimal";
    const folio = style === "none" ? "" : style === "roman" ? window.steps.roman(count) : String(count);
    const bare = blank || opens || style === "none";
    const byCalls = window.steps.headOfPages(part, callsOf(page), window.quoin.pages);
    const head = bare ? "" : (byCalls ?? (side === "left" ? part.headVerso : part.headRecto) ?? "");
    page.removeAttribute("id");
    page.classList.toggle("quoin-blank", blank);
    page.classList.toggle("quoin-opener", opens);
    page.dataset.pageOf = part.part ?? "";
    for (const box of [page, ...page.querySelectorAll<HTMLElement>(".pagedjs_margin-content")]) {
      box.dataset.folio = blank && box !== page ? "" : folio;
      box.dataset.head = head;
    }
    return { folio, side, blank, partId: part.part ?? "" };
  };
}
