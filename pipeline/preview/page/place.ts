import type { ShownPage } from "../state.js";

/** A page as a reader knows it: so many pages into its part. */
export interface Place {
  readonly part: string;
  readonly nth: number;
}

/** Say where a page is. */
export function placeOf(pages: readonly ShownPage[], index: number): Place {
  const part = pages[index]?.part ?? "";
  return { part, nth: index - pages.findIndex((page) => page.part === part) };
}

/** Find the page that is there now: the same one of its part, or its last where it became shorter; `index` where the part is gone. */
export function pageAt(pages: readonly ShownPage[], { part, nth }: Place, index: number): number {
  const first = pages.findIndex((page) => page.part === part);
  if (first < 0) return Math.max(0, Math.min(index, pages.length - 1));
  const last = pages.findLastIndex((page) => page.part === part);
  return Math.min(first + nth, last);
}
