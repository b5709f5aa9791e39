import type { Reached } from "../../../publication.js";

/** What is told of the runs of a document, which all begin a step when all have ended the one before. */
export interface RunsReached {
  /** One run has come so far. */
  told(run: number, reached: Reached): void;
  /** One run is printed. */
  printed(run: number, pages: number): void;
  /** All runs are laid out, and their pages get their numbers, of which nothing is counted. */
  numbering(): void;
}

/** Add up how far the runs of a document are. */
export function tallyRuns(tell: (reached: Reached) => void): RunsReached {
  const runs = new Map<number, Reached>();
  const add = (step: Reached["step"], counted: readonly Reached[]) => {
    const sum = (what: "chapters" | "pages" | "share") => counted.reduce((all, each) => all + each[what], 0);
    const of = Math.max(0, ...[...runs.values()].map((each) => each.of));
    tell({ step, of, chapters: sum("chapters"), pages: sum("pages"), share: Math.min(1, sum("share")) });
  };
  const told = (run: number, reached: Reached) => {
    runs.set(run, reached);
    const { step } = reached;
    add(
      step,
      [...runs.values()].filter((each) => each.step === step),
    );
  };
  return {
    told,
    printed(run, pages) {
      const reached = runs.get(run);
      if (reached) told(run, { ...reached, step: "printing", pages });
    },
    numbering: () => add("numbering", [...runs.values()]),
  };
}
