import type { ColumnPart, HeadedPage, Measured, PlacedPart, Sheet } from "./shared.js";

/** What is known of the pages of all runs, and of the parts of this one. */
interface Known {
  readonly all: readonly PlacedPart[];
  readonly parts: readonly ColumnPart[];
  readonly pages: readonly HeadedPage[];
  readonly targets: Measured["targets"];
}

/** Write the folios on what refers to them, and to which side each piece belongs that knows sides. Runs in the page. */
export function fillNumbers({ all, parts, pages, targets }: Known, sheet: Sheet): void {
  const { locate } = window.steps;
  const firstOf = new Map(all.map(({ id, first }) => [id, first]));
  const folioOf = (id: string): string => {
    const [own, page] = targets[id] ?? [];
    const first = own === undefined ? undefined : firstOf.get(own);
    return first === undefined ? "" : (pages[first + (page ?? 0)]?.folio ?? "");
  };
  // All reading before all writing.
  const sides = parts.flatMap((part) => {
    const place = locate(part, sheet);
    return [...part.section.querySelectorAll<HTMLElement>("[data-sided]")].map((wrapper) => {
      const inside = wrapper.firstElementChild;
      const box = inside?.getClientRects()[0] ?? inside?.getBoundingClientRect();
      return { wrapper, side: (box && pages[part.first + place(box).page]?.side) ?? "right" };
    });
  });
  for (const link of document.querySelectorAll<HTMLElement>("a[data-folio-ref][href^='#']"))
    link.dataset.folio = folioOf(decodeURIComponent((link.getAttribute("href") ?? "").slice(1)));
  for (const { wrapper, side } of sides) wrapper.className = `pagedjs_${side}_page`;
}
