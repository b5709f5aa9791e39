import type { ShownPage } from "./state.js";

/** A part as it stands among the pages. */
export interface StandingPart {
  readonly partId: string;
  readonly folio: number;
  readonly side: "left" | "right";
}

/** Find where a part begins among pages; undefined where it is not there or its pages bear no plain numbers. */
export function standingOf(pages: readonly ShownPage[], partId: string): StandingPart | undefined {
  const first = pages.find(({ part }) => part === partId);
  if (!first || !/^\d+$/.test(first.folio)) return undefined;
  return { partId, folio: Number(first.folio), side: first.side };
}

/** Put the pages of a part that was set alone in place of those that it had. What comes behind them stays as it was. */
export function replacePart(
  pages: readonly ShownPage[],
  partId: string,
  fresh: readonly ShownPage[],
): readonly ShownPage[] {
  const first = pages.findIndex(({ part }) => part === partId);
  const last = pages.findLastIndex(({ part }) => part === partId);
  const own = fresh.filter(({ part }) => part === partId);
  return [...pages.slice(0, first), ...own, ...pages.slice(last + 1)];
}
