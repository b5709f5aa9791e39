import type { VFile } from "vfile";
import { problem } from "../problem.js";
import { foreignSyntax } from "./foreign-syntax.js";
import { matchesIn, type Passage } from "./passages.js";

/** Report what other tools would read, and what is printed as it is written: `[@key]`, `\newpage`, `x^2^`. */
export function markupForeign(passages: readonly Passage[], file: VFile): void {
  for (const passage of passages)
    for (const { what, pattern, instead, only } of foreignSyntax)
      for (const { match, span } of matchesIn(passage, pattern)) {
        if (only === "line" && !beginsLine(passage, match.index)) continue;
        if (only === "heading" && !passage.inside.has("heading")) continue;
        const shown = match[0].length > 40 ? `${match[0].slice(0, 40)}…` : match[0];
        const reason = `Unexpected ${what} \`${shown}\`, which is printed as it is written; expected ${instead}`;
        file.messages.push(problem("markup-foreign", reason, { file: file.path, span }));
      }
}

/** Whether a match, which its pattern has found at the beginning of a line or of the passage, is not behind emphasis or the like. */
function beginsLine({ start, inside }: Passage, index: number): boolean {
  return index > 0 || start.column === 1 || (start.column === 3 && inside.has("blockquote"));
}
