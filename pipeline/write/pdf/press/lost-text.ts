import type { VFileMessage } from "vfile-message";
import { problem } from "../../../problem.js";

/** Report the pages that show other text in the finished file than was typeset, by the digests of both. */
export function lostText(typeset: readonly string[], finished: readonly string[]): readonly VFileMessage[] {
  return typeset.flatMap((digest, page) =>
    finished[page] === digest
      ? []
      : [problem("text-lost", `Page ${page + 1} of the press PDF shows other text than was typeset`, {})],
  );
}
