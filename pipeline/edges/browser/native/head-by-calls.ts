import type { ColumnPart, HeadedPage, Measured, PlacedPart, Sheet } from "./shared.js";

/** What is known of the pages of all runs, and the parts of this one. */
interface Known {
  readonly all: readonly PlacedPart[];
  readonly parts: readonly ColumnPart[];
  readonly targets: Measured["targets"];
}

/** Give pages whose parts want it heads that say on which pages that is called what stands there. Runs in the page. */
export function headByCalls(
  { all, parts, targets }: Known,
  pages: readonly HeadedPage[],
  sheet: Sheet,
): readonly HeadedPage[] {
  const heads = new Map<number, string>();
  const firstOf = new Map(all.map(({ id, first }) => [id, first]));
  for (const part of parts) {
    const called = [...part.section.querySelectorAll<HTMLElement>("[data-head-by]")];
    const place = window.steps.locate(part, sheet);
    const calls = new Map<number, (number | undefined)[]>();
    for (const element of called) {
      const [own, page = 0] = targets[element.dataset.headBy ?? ""] ?? [];
      const call = own === undefined ? undefined : (firstOf.get(own) ?? 0) + page;
      const on = new Set(Array.from(element.getClientRects(), (box) => part.first + place(box).page));
      for (const each of on) calls.set(each, [...(calls.get(each) ?? []), call]);
    }
    for (const [page, those] of calls) {
      const head = window.steps.headOfPages(part.section.dataset, those, pages);
      if (head !== undefined) heads.set(page, head);
    }
  }
  // Where there is no head, on an opener, there is none of these either.
  return pages.map((page, index) => ({ ...page, head: page.head && (heads.get(index) ?? page.head) }));
}
