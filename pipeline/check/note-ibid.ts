import type { VFile } from "vfile";
import { problem } from "../problem.js";
import { matchesIn, type Passage } from "./passages.js";

const anywhere = /(?<!\p{L})(?:ib[ií]d(?:em)?\b\.?|(?:op|loc|art|ob)\.? ?cit\b\.?)/giu;
const german = /(?<!\p{L})(?:ebd\.|ebenda\b|a\. ?a\. ?O\.)/giu;

/** Report notes that speak of the note before them: in an e-book's pop-up they are read alone, and notes move. */
export function noteIbid(passages: readonly Passage[], file: VFile): void {
  for (const passage of passages) {
    if (!passage.inside.has("footnoteDefinition")) continue;
    const found = [
      ...matchesIn(passage, anywhere),
      ...(/^de\b/.test(passage.language) ? matchesIn(passage, german) : []),
    ];
    for (const { match, span } of found) {
      const reason = `Unexpected \`${match[0]}\` in a note, which a pop-up shows alone; expected the work's short title, or \`see [](#note-…)\``;
      file.messages.push(problem("note-ibid", reason, { file: file.path, span }));
    }
  }
}
