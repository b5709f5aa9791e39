import type { PlacedPart } from "./shared.js";

/** Say which pages this run sets: a blank one belongs to the part before it. Runs in the page. */
export function ownPages(
  all: readonly PlacedPart[],
  pages: number,
): { readonly first: number; readonly end: number } {
  const isOwn = ({ section }: PlacedPart) => section.dataset.elsewhere === undefined;
  const from = all.findIndex(isOwn);
  const behind = all.slice(from).find((part) => !isOwn(part));
  return {
    first: from > 0 ? (all[from]?.first ?? 0) : 0,
    end: behind ? behind.first : pages,
  };
}
