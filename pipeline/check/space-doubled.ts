import type { VFile } from "vfile";
import { problem } from "../problem.js";
import { matchesIn, type Passage } from "./passages.js";

/** Report spaces in a row within a line; they print as one, and hide in every later comparison of two versions. */
export function spaceDoubled(passages: readonly Passage[], file: VFile): void {
  for (const passage of passages) {
    for (const { match, span } of matchesIn(passage, /(?<=[^\s\\]) {2,}(?=\S)/g)) {
      const reason = `Unexpected ${match[0].length} spaces in a row; expected one`;
      file.messages.push(problem("space-doubled", reason, { file: file.path, span, instead: " " }));
    }
  }
}
