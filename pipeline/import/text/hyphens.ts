import type { Draft } from "./draft.js";

/** What becomes of a word that a line or a page ends inside of. */
export interface Mended {
  readonly word: string;
  readonly sure: boolean;
}

/** Decide whether the hyphen at a line's end belongs to its word, by how the text and the dictionary write it. */
export function mendHyphen(
  left: string,
  right: string,
  { usage, spelling, wrapped }: Pick<Draft, "usage" | "spelling" | "wrapped">,
): Mended {
  const [first, second] = [lastWord(left), firstWord(right)];
  const [whole, parted] = [`${first}${second}`, `${first}-${second}`];
  const knows = (word: string) => usage.has(word.toLowerCase());
  if (knows(parted)) return { word: parted, sure: true };
  if (knows(whole)) return { word: whole, sure: true };
  if (/^\p{Lu}|^\d/u.test(second)) return { word: parted, sure: true };
  if (spelling?.knows(whole) || spelling?.knows(whole.toLowerCase())) return { word: whole, sure: true };
  const both = spelling?.knows(first.toLowerCase()) && spelling.knows(second.toLowerCase());
  if (both) return { word: parted, sure: true };
  // A narrow line breaks words; a page that was printed from a screen breaks only where a hyphen was.
  return { word: wrapped ? whole : parted, sure: false };
}

export function lastWord(text: string): string {
  return /[\p{L}\p{M}\d]+(?=-$)/u.exec(text)?.[0] ?? "";
}

export function firstWord(text: string): string {
  return /^[\p{L}\p{M}\d]+/u.exec(text)?.[0] ?? "";
}
