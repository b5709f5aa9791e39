import type { VFileMessage } from "vfile-message";
import { charactersOfFont, hasCharacter } from "../characters-of-font.js";
import { matchesIn, type Passage } from "../check/passages.js";
import { isWithin } from "../languages.js";
import { problem } from "../problem.js";
import type { FontFace, FontOffer, Theme } from "../publication.js";

/** What shows: no spaces, no joiners, no marks, which fonts may compose, no bytes that were not UTF-8. All faces have ASCII. */
const shown = /[^\p{ASCII}\p{M}\p{C}\p{Z}\uFFFD]/gu;

/**
 * Report characters that no face of the theme can print, once a source, at the first of them: a browser takes any font
 * that the machine happens to have, or an empty box.
 */
export function glyphMissing(
  prose: readonly Passage[],
  { printFonts: faces, offers }: Pick<Theme, "printFonts" | "offers">,
): VFileMessage[] {
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
    const reason = `Unexpected ${named.join(", ")}${more}, which no font of the theme has; expected ${expected(found, passage.language, offers)}`;
    return problem("glyph-missing", reason, at);
  });
}

/** Name the packages that quoin would take fonts from, were they there, else ask for a theme that has some. */
function expected(characters: ReadonlySet<string>, language: string, offers: readonly FontOffer[]): string {
  const fitting = [...characters].flatMap((character) => bestOffer(character, language, offers) ?? []);
  const packages = [...new Set(fitting.map((offer) => offer.package))];
  if (packages.length === 0) return "a theme with a font for them";
  return `\`npm install ${packages.join(" ")}\` in the publication’s folder, or a theme with a font for them`;
}

/** Find the offer for a character's script, of several the one for the nearest language: `zh-Hant` before `zh` before none. */
function bestOffer(character: string, language: string, offers: readonly FontOffer[]): FontOffer | undefined {
  const nearness = (offer: FontOffer) =>
    Math.max(0, ...offer.languages.map((tag) => (isWithin(language, tag) ? tag.length : 0)));
  return offers
    .filter(({ scripts }) =>
      scripts.some((script) => new RegExp(`\\p{Script=${script}}`, "u").test(character)),
    )
    .sort((a, b) => nearness(b) - nearness(a))[0];
}

/** Take away from the characters what each face has, until none is left. */
function lackedBy(faces: readonly FontFace[], characters: ReadonlySet<string>): Set<string> {
  const left = new Set(characters);
  for (const face of faces) {
    if (left.size === 0) break;
    const coverage = charactersOfFont(face.bytes);
    for (const character of left) if (hasCharacter(coverage, character)) left.delete(character);
  }
  return left;
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
