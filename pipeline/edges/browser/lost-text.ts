/** Text that is not on the pages as it was in the document, or not in its place, as messages. */
import type { VFileMessage } from "vfile-message";
import { problem } from "../../problem.js";
import type { TextProblem } from "./page/shared.js";
import { readPlace } from "./read-place.js";

/** Report what was lost or doubled in typesetting or overflows, one message for each run of neighbours, one for each table or formula. */
export function lostText(problems: readonly TextProblem[]): VFileMessage[] {
  return runs(problems).map((run) => report(run[0], run.slice(1)));
}

type Run = [TextProblem, ...TextProblem[]];

function runs(problems: readonly TextProblem[]): Run[] {
  const result: Run[] = [];
  for (const problem of problems) {
    const run = result.at(-1);
    const [first] = run ?? [];
    const isNeighbour = problem.continues && problem.kind === first?.kind;
    const isSameWhole = problem.whole !== undefined && problem.whole.name === first?.whole?.name;
    const isOfFormula = (problem.whole ?? first?.whole)?.formula !== undefined;
    if (run && (isSameWhole || (isNeighbour && !isOfFormula))) run.push(problem);
    else result.push([problem]);
  }
  return result;
}

function report(first: TextProblem, others: readonly TextProblem[]): VFileMessage {
  const formula = first.whole?.formula;
  const kind = first.picture ? "The picture " : formula === undefined ? "" : "The formula ";
  const words = formula ?? first.text;
  const name =
    first.picture && words === "" ? "A picture without words" : `${kind}\u201c${start(words)}\u201d`;
  const kinds = [first, ...others].map(({ kind }) => kind);
  const worst = gravest.find((kind) => kinds.includes(kind)) ?? first.kind;
  const last = others.at(-1);
  const more =
    last && formula === undefined
      ? `, and ${others.length} more as far as \u201c${start(last.text)}\u201d,`
      : "";
  return problem(
    ruleIds[first.kind],
    `${name}${more} ${fates[worst]} page ${first.page + 1}`,
    readPlace(first.place) ?? {},
  );
}

/** Of the words of a table or formula that is too wide, some only leave their column, the last ones the paper. */
const gravest = ["off-paper", "off-area"] as const;

const ruleIds = {
  lost: "text-lost",
  doubled: "text-doubled",
  "off-paper": "text-overflow",
  "off-area": "text-overflow",
  "off-column": "text-overflow",
} as const;

const fates = {
  lost: "was lost in typesetting, on or after",
  "off-paper": "runs off the paper of",
  "off-area": "runs out of the text area of",
  "off-column": "is too wide for its column, box or table cell on",
  doubled: "was set twice, beginning on",
} as const;

function start(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()}\u2026` : text;
}
