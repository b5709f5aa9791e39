import type { ShownPage } from "../state.js";

/** Pages that lie open together, by their indices. */
export interface Spread {
  readonly left?: number;
  readonly right?: number;
}

/** Lay pages open as a bound book does: the first is alone on its side, from left to right and from right to left alike. */
export function spreadsOf(pages: readonly Pick<ShownPage, "side">[]): readonly Spread[] {
  const closing = pages[0]?.side ?? "right";
  const spreads: Spread[] = [];
  let open: Spread | undefined;
  pages.forEach(({ side }, index) => {
    if (open && side === closing && open[side] === undefined) {
      spreads[spreads.length - 1] = { ...open, [side]: index };
      open = undefined;
    } else {
      const begun: Spread = { [side]: index };
      spreads.push(begun);
      open = side === closing ? undefined : begun;
    }
  });
  return spreads;
}
