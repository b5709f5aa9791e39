import type { RawPage, RawRun } from "./raw-pdf.js";
import { uncounted } from "./split-words.js";

/** A line on so many pages is a running head. */
const often = 3;

/** Leave out running heads and folios of a PDF without tags: first and last lines that pages have in common but for numbers. */
export function withoutFurniture(pages: readonly RawPage[]): readonly RawPage[] {
  const edges = pages.map(({ runs }) => {
    const lines = linesOf(runs);
    return [...new Set([lines.at(0), lines.at(-1)])].filter((line) => line !== undefined);
  });
  const counts = new Map<string, number>();
  for (const line of edges.flat()) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
  return pages.map((page, index) => {
    const silent = new Set(
      edges[index]?.filter((line) => (counts.get(keyOf(line)) ?? 0) >= often).flat() ?? [],
    );
    return { ...page, runs: page.runs.filter((run) => !silent.has(run)) };
  });
}

function linesOf(runs: readonly RawRun[]): RawRun[][] {
  const lines: RawRun[][] = [[]];
  for (const run of runs) {
    lines.at(-1)?.push(run);
    if (run.ends) lines.push([]);
  }
  return lines.filter((line) => line.some(({ text }) => text.trim() !== ""));
}

function keyOf(line: readonly RawRun[]): string {
  return uncounted(
    line
      .map(({ text }) => text)
      .join("")
      .trim(),
  );
}
