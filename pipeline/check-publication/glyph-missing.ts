import type { Root } from "hast";
import { CONTINUE, SKIP, visit } from "unist-util-visit";
import type { VFileMessage } from "vfile-message";
import { charactersOfFont, hasCharacter } from "../characters-of-font.js";
import { matchesIn } from "../check/passages.js";
import { isWithin } from "../languages.js";
import { type At, problem } from "../problem.js";
import type { FontFace, FontOffer, Place, Theme } from "../publication.js";
import { printedTexts } from "./printed-texts.js";
import type { Whole } from "./rule.js";

/** What shows: no spaces, no joiners, no marks, which fonts may compose, no bytes that were not UTF-8. All faces have ASCII. */
const shown = /[^\p{ASCII}\p{M}\p{C}\p{Z}\uFFFD]/gu;

/** What is known of a publication whose characters are looked at. */
type Printed = Pick<Whole, "manuscript" | "chapters" | "prose">;

/**
 * Report characters that no face of the theme can print, once a source and once a value of publication.yaml, at the first of them:
 * a browser takes any font that the machine happens to have, or an empty box. The message holds them in `actual`.
 */
export function glyphMissing(
  whole: Printed,
  { printFonts: faces, offers }: Pick<Theme, "printFonts" | "offers">,
): VFileMessage[] {
  const printed = charactersOf(whole);
  const missing = lackedBy(
    faces.filter((face) => face.for !== "formulas"),
    new Set(printed.flatMap(({ characters }) => [...characters])),
  );
  if (faces.length === 0 || missing.size === 0) return [];
  return printed.flatMap(({ at: { file, ...place }, characters }) => {
    const found = [...characters].filter((character) => missing.has(character));
    if (found.length === 0) return [];
    const { at, language } = firstOf(found, file, whole) ?? {
      at: { file, ...place },
      language: whole.manuscript.metadata.language,
    };
    const more = found.length > 8 ? ` and ${found.length - 8} more` : "";
    const named = found.slice(0, 8).map((character) => `${character} (${codeOf(character)})`);
    const reason = `Unexpected ${named.join(", ")}${more}, which no font of the theme has; expected ${expected(found, language, offers)}`;
    const message = problem("glyph-missing", reason, at);
    message.actual = found.join("");
    return [message];
  });
}

/** What shows of a source, or of a value of publication.yaml. */
interface Shown {
  readonly at: Partial<Place> & { readonly file: string };
  readonly characters: ReadonlySet<string>;
}

function charactersOf({ manuscript, chapters }: Printed): readonly Shown[] {
  const bySource = new Map<string, Set<string>>(chapters.map(({ path }) => [path, new Set()]));
  const ofMetadata: Shown[] = [];
  const charactersIn = (text: string): readonly string[] => text.match(shown) ?? [];
  for (const { text, at } of printedTexts({ manuscript, chapters })) {
    const { file = "" } = at;
    const source = bySource.get(file);
    if (!source) ofMetadata.push({ at: { ...at, file }, characters: new Set(charactersIn(text)) });
    for (const character of charactersIn(text)) source?.add(character);
  }
  for (const { path, title, content, notes } of chapters) {
    const tree: Root = {
      type: "root",
      children: [...title, ...content, ...notes.flatMap((note) => note.children)],
    };
    visit(tree, (node) => {
      if (node.type === "text")
        for (const character of charactersIn(node.value)) bySource.get(path)?.add(character);
      // Formulas have fonts of their own.
      return node.type === "element" && node.tagName === "math" ? SKIP : CONTINUE;
    });
  }
  return [...ofMetadata, ...[...bySource].map(([file, characters]) => ({ at: { file }, characters }))];
}

/** Say where the first of some characters stands in a source: among its words, or else in its code or its front matter. */
function firstOf(
  characters: readonly string[],
  file: string,
  { manuscript, prose }: Printed,
): { readonly at: At; readonly language: string } | undefined {
  const pattern = new RegExp(characters.map(escaped).join("|"), "u");
  const passage = prose.find((each) => each.file === file && pattern.test(each.text));
  const [first] = passage ? matchesIn(passage, new RegExp(pattern, "gu")) : [];
  if (passage && first) return { at: { file, span: first.span }, language: passage.language };
  const source = manuscript.sources.find(({ path }) => path === file);
  const lines = source ? new TextDecoder().decode(source.bytes).split("\n") : [];
  const line = lines.findIndex((each) => pattern.test(each));
  if (line < 0) return undefined;
  const column = (lines[line]?.search(pattern) ?? 0) + 1;
  return { at: { file, line: line + 1, column }, language: manuscript.metadata.language };
}

/** Name the packages that quoin would take fonts from, were they there, else ask for a theme that has some. */
function expected(characters: readonly string[], language: string, offers: readonly FontOffer[]): string {
  const fitting = characters.flatMap((character) => bestOffer(character, language, offers) ?? []);
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
