import type { Nodes } from "hast";
import { toString as textOf } from "hast-util-to-string";

/** What reading systems and style sheets add of their own: list numbers and bullets, quotation marks, hyphens, the sign of a root. */
const generated = "0123456789.,:;-‐–—•◦▪‘’“”‚„«»‹›…()[] \u00A0√";

/** Gather the characters that a font of the book may be asked for: of all texts, in both cases, composed and decomposed. */
export function charactersOf(trees: readonly Nodes[], more: readonly string[]): string {
  const text = [...trees.map((tree) => textOf(tree)), ...more].join("");
  const characters = new Set(generated);
  for (const character of new Set(text)) {
    const forms = [character, character.toUpperCase(), character.toLowerCase(), character.normalize("NFD")];
    for (const form of forms.join("")) characters.add(form);
  }
  return [...characters].sort().join("");
}
