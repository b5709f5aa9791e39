import type { VFileMessage } from "vfile-message";
import { matchesIn, type Passage } from "../check/passages.js";
import { problem } from "../problem.js";
import type { FontFace } from "../publication.js";
import { type Coverage, charactersOfFont } from "./characters-of-font.js";

/** What shows: no spaces, no joiners, no marks, which fonts may compose, no bytes that were not UTF-8. All faces have ASCII. */
const shown = /[^\p{ASCII}\p{M}\p{C}\p{Z}\uFFFD]/gu;

/**
 * Report characters that no face of the theme can print, once a source, at the first of them: a browser takes any font
 * that the machine happens to have, or an empty box.
 */
export function glyphMissing(prose: readonly Passage[], faces: readonly FontFace[]): VFileMessage[] {
  const missing = lackedBy(
    faces.filter((face) => face.for !== "formulas"),
    new Set(prose.flatMap(({ text }) => text.match(shown) ?? [])),
  );
  if (faces.length === 0 || missing.size === 0) return [];
  const bySource = new Map<string, { readonly passage: Passage; readonly found: Set<string> }>();
  for (const passage of prose) {
    for (const character of passage.text.match(shown) ?? []) {
      if (!missing.has(character)) continue;
      const known = bySource.get(passage.file) ?? { passage, found: new Set<string>() };
      known.found.add(character);
      bySource.set(passage.file, known);
    }
  }
  return [...bySource.values()].map(({ passage, found }) => {
    const [first] = matchesIn(passage, new RegExp([...found].map(escaped).join("|"), "gu"));
    const at = first ? { file: passage.file, span: first.span } : { file: passage.file };
    const more = found.size > 8 ? ` and ${found.size - 8} more` : "";
    const named = [...found].slice(0, 8).map((character) => `${character} (${codeOf(character)})`);
    const reason = `Unexpected ${named.join(", ")}${more}, which no font of the theme has; expected a theme with a font for them`;
    return problem("glyph-missing", reason, at);
  });
}

/** Take away from the characters what each face has, until none is left. */
function lackedBy(faces: readonly FontFace[], characters: ReadonlySet<string>): Set<string> {
  const left = new Set(characters);
  for (const face of faces) {
    if (left.size === 0) break;
    const coverage = charactersOfFont(face.bytes);
    for (const character of left) if (has(coverage, character)) left.delete(character);
  }
  return left;
}

function has(coverage: Coverage, character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return coverage.some(([first, last]) => first <= code && code <= last);
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
