import type { ColumnPart, HeadedPage, Sheet } from "./shared.js";

/** Write the folios on what refers to them, and to which side each piece belongs that knows sides. Runs in the page. */
export function fillNumbers(parts: readonly ColumnPart[], pages: readonly HeadedPage[], sheet: Sheet): void {
  const locators = new Map(parts.map((part) => [part.section, window.steps.locate(part, sheet)]));
  const firsts = new Map(parts.map(({ section, first }) => [section, first]));
  const pageOf = (element: Element | null): HeadedPage | undefined => {
    const section = element?.closest<HTMLElement>(".quoin-columns > section");
    const box = element?.getClientRects()[0] ?? element?.getBoundingClientRect();
    if (!section || !box) return undefined;
    return pages[(firsts.get(section) ?? 0) + (locators.get(section)?.(box).page ?? 0)];
  };
  // All reading before all writing.
  const folios = [...document.querySelectorAll<HTMLElement>("a[data-folio-ref][href^='#']")].map((link) => {
    const id = decodeURIComponent((link.getAttribute("href") ?? "").slice(1));
    return { link, folio: pageOf(document.getElementById(id))?.folio ?? "" };
  });
  const sides = [...document.querySelectorAll<HTMLElement>("[data-sided]")].map((wrapper) => {
    return { wrapper, side: pageOf(wrapper.firstElementChild)?.side ?? "right" };
  });
  for (const { link, folio } of folios) link.dataset.folio = folio;
  for (const { wrapper, side } of sides) wrapper.className = `pagedjs_${side}_page`;
}
