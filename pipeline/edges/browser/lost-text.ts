/** Text that is not on the pages as it was in the document, as messages. */
import type { VFileMessage } from "vfile-message";
import { problem } from "../../problem.js";
import type { TextProblem } from "./page/shared.js";
import { readPlace } from "./read-place.js";

/** Report what was lost or doubled in typesetting, one message for each run of neighbours. */
export function lostText(problems: readonly TextProblem[]): VFileMessage[] {
  return runs(problems).map((run) => report(run[0], run.slice(1)));
}

type Run = [TextProblem, ...TextProblem[]];

function runs(problems: readonly TextProblem[]): Run[] {
  const result: Run[] = [];
  for (const problem of problems) {
    const run = result.at(-1);
    if (run && problem.continues && problem.kind === run[0].kind) run.push(problem);
    else result.push([problem]);
  }
  return result;
}

function report(first: TextProblem, others: readonly TextProblem[]): VFileMessage {
  const name = first.picture
    ? `The picture \u201c${start(first.text)}\u201d`
    : `\u201c${start(first.text)}\u201d`;
  const last = others.at(-1);
  const more = last ? `, and ${others.length} more as far as \u201c${start(last.text)}\u201d,` : "";
  return problem(
    first.kind === "doubled" ? "text-doubled" : "text-lost",
    `${name}${more} ${fates[first.kind]} page ${first.page + 1}`,
    readPlace(first.place) ?? {},
  );
}

const fates = {
  lost: "was lost in typesetting, on or after",
  outside: "runs off the paper of",
  doubled: "was set twice, beginning on",
} as const;

function start(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()}\u2026` : text;
}
