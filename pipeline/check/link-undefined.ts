import type { VFile } from "vfile";
import { problem } from "../problem.js";
import { matchesIn, type Passage } from "./passages.js";

/** Report `[words][label]` without its definition: Markdown prints the brackets. Citations by number, `[1][2]`, are none. */
export function linkUndefined(passages: readonly Passage[], file: VFile): void {
  for (const passage of passages) {
    for (const { match, span } of matchesIn(passage, /(?<!\\)\[([^\][\n^]+)\]\[([^\][\n]*)\]/g)) {
      const label = match[2] || match[1];
      if (/^\d+$/.test(label ?? "")) continue;
      const reason = `Unexpected link \`${match[0]}\` without a target; expected a line \`[${label}]: https://…\``;
      file.messages.push(problem("link-undefined", reason, { file: file.path, span }));
    }
  }
}
