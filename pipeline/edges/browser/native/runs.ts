/** What the runs of a document come to together. */
import type { Page, PageStart, Typeset } from "../../../publication.js";
import type { TextProblem } from "../page/shared.js";
import type { ColumnPages, Measured } from "./shared.js";

/** Put together what the runs measured. */
export function mergeMeasured(runs: readonly Measured[]): Measured {
  return {
    lengths: Object.assign({}, ...runs.map(({ lengths }) => lengths)),
    targets: Object.assign({}, ...runs.map(({ targets }) => targets)),
  };
}

/** Count the pages of all parts, without the blank ones between them. */
export function pagesOf({ lengths }: Measured): number {
  return Object.values(lengths).reduce((sum, length) => sum + length, 0);
}

/** The pages of all runs, in their order, and what stands on them. */
export type Gathered = Pick<Typeset, "geometry" | "destinations" | "pictures"> & {
  readonly pages: readonly Page[];
  readonly problems: readonly TextProblem[];
};

/** Gather the pages of all runs. Throws where there is no run. */
export function gatherPages(runs: readonly ColumnPages[]): Gathered {
  const [first] = runs;
  if (!first) throw new Error("A document has one run at least");
  const { trimWidth, trimHeight, bleed } = first.sheet;
  const starts = runs.flatMap((run) => run.starts);
  const startOf = (index: number): PageStart | undefined => {
    const start = starts[index] === "next" ? starts[index + 1] : starts[index];
    return start === "next" ? undefined : start;
  };
  const pages = runs
    .flatMap((run) => run.pages)
    .map((page, index): Page => {
      const start = startOf(index);
      return { index, ...page, ...(start && { start }) };
    });
  return {
    geometry: { trimWidth, trimHeight, bleed },
    pages,
    destinations: runs.flatMap((run) => run.destinations),
    pictures: runs.flatMap((run) => run.pictures),
    problems: runs.flatMap((run) => run.problems),
  };
}
