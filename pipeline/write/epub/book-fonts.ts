import type { Element } from "hast";
import { charactersOfFont, hasCharacter } from "../../characters-of-font.js";
import { isWithin } from "../../languages.js";
import type { FontFace, Publication, Theme, Tools } from "../../publication.js";
import { charactersOf } from "./characters.js";
import { elementsOf } from "./elements.js";
import { type BookFont, subsetFonts } from "./fonts.js";
import { hasFormula } from "./formulas.js";

/** Cut the theme's faces for books down to what the publication says, in its texts and in its drawings, with a pause before each. */
export function bookFonts(
  { metadata, parts, images, words }: Publication,
  theme: Theme,
  pause: Tools["pause"],
): Promise<BookFont[]> {
  const drawings = [...images.values()].flatMap(({ svg }) => (svg ? [svg] : []));
  const trees = [...parts.map(({ tree }) => tree), ...drawings];
  const characters = charactersOf(trees, Object.values(words));
  const lacking = withoutTextFace(characters, theme.bookFonts);
  const named = trees.flatMap((tree) => elementsOf(tree).filter(hasLanguage));
  const charactersFor = (face: FontFace): string => {
    // A font for formulas has all letters; what it is for says whether it is needed.
    if (face.for === "formulas") return trees.some(hasFormula) ? characters : "";
    if (face.for === undefined) return characters;
    const isOne = (tag: string) => (face.languages ?? []).some((one) => isWithin(tag, one));
    const passages = isOne(metadata.language)
      ? trees
      : named.filter(({ properties }) => isOne(`${properties.lang}`));
    return passages.length === 0 ? lacking : lacking + charactersOf(passages, []);
  };
  return subsetFonts(
    theme.bookFonts.map((face) => ({ face, characters: charactersFor(face) })),
    pause,
  );
}

/** Name the characters that no face for running text has: a font for another script is asked for these alone. */
function withoutTextFace(characters: string, faces: readonly FontFace[]): string {
  const coverages = faces
    .filter((face) => face.for === undefined)
    .map(({ bytes }) => charactersOfFont(bytes));
  const isLacking = (character: string) => !coverages.some((coverage) => hasCharacter(coverage, character));
  return [...characters].filter(isLacking).join("");
}

function hasLanguage({ properties }: Element): boolean {
  return typeof properties.lang === "string";
}
