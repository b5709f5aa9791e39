import type { Root } from "mdast";
import type { Chapter } from "../../publication.js";
import type { FrontMatter } from "../front-matter.js";
import { arrived } from "./arrived.js";
import { isLetter, type Letters, type Word, wordsIn } from "./letters.js";
import { owed } from "./owed.js";

/**
 * Find the words of a source that the missing letters are of, in their order.
 *
 * Words of markup and words that arrived are taken off, nearest to where they say they come from. Of those that are left, which may
 * only be written in another way, the letters decide: longer words first, since their letters fit by chance less often.
 */
export function lostWords(
  tree: Root,
  source: string,
  matter: FrontMatter,
  chapter: Chapter,
  missing: Letters,
): Word[] {
  const words = wordsIn(source);
  const places = new Map<string, number[]>();
  words.forEach(({ text }, index) => {
    const indexes = places.get(text);
    if (indexes) indexes.push(index);
    else places.set(text, [index]);
  });
  const taken = new Uint8Array(words.length);
  const besides = new Map<string, number>();
  let last = 0;
  const left: { readonly text: string; readonly start: number; readonly end: number }[] = [];

  const take = (text: string, start: number, end: number): boolean => {
    const indexes = places.get(text) ?? [];
    for (let at = firstFrom(indexes, start, words); at < indexes.length; at++) {
      const index = indexes[at] ?? 0;
      if ((words[index]?.end ?? 0) > end) return false;
      if (taken[index]) continue;
      taken[index] = 1;
      last = words[index]?.end ?? 0;
      return true;
    }
    return false;
  };
  /** Words that do not know their own place, and that of what they are in, stand behind the words before them. */
  const takeAll = (text: string, start = 0, end = source.length) => {
    for (const { text: word } of wordsIn(text))
      if (!(last > start && last < end && take(word, last, end)) && !take(word, start, end))
        left.push({ text: word, start, end });
  };

  owed(tree, source, matter, {
    markup: (text, from) => takeAll(text, from),
    besides: (text) => {
      for (const { text: word } of wordsIn(text)) besides.set(word, (besides.get(word) ?? 0) + 1);
    },
    address: () => undefined,
  });
  arrived(chapter, { words: takeAll, address: () => undefined });
  for (const { text, start, end } of left) {
    const others = besides.get(text) ?? 0;
    if (others > 0) besides.set(text, others - 1);
    else if (!take(text, 0, source.length)) takePieces(text, start, end);
  }

  /** A word that stands in the source in pieces: around a reference or a comment, or at the end of a line and at the beginning of the next. */
  function takePieces(text: string, start: number, end: number): void {
    let at = 0;
    for (const [index, word] of words.entries()) {
      if (word.start < start || word.end > end || taken[index]) continue;
      const found = text.indexOf(word.text, at);
      if (found < 0) continue;
      taken[index] = 1;
      at = found + word.text.length;
      if (at === text.length) return;
    }
  }

  const rest = missing.slice();
  const byLength = words
    .filter((_, index) => !taken[index])
    .sort((a, b) => b.text.length - a.text.length || a.start - b.start);
  return byLength.filter(({ text }) => takeLetters(text, rest)).sort((a, b) => a.start - b.start);
}

/** Take a word's letters, if all of them are there. */
function takeLetters(text: string, rest: Letters): boolean {
  const units = Array.from(text, (_, i) => text.charCodeAt(i));
  const counts = new Map<number, number>();
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  for (const [unit, count] of counts) if (isLetter(unit) && (rest[unit] ?? 0) < count) return false;
  for (const [unit, count] of counts) rest[unit] = (rest[unit] ?? 0) - count;
  return true;
}

/** Find the first of some words, named by their indexes, that begins at an offset or behind it. */
function firstFrom(indexes: readonly number[], offset: number, words: readonly Word[]): number {
  let low = 0;
  let high = indexes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[indexes[middle] ?? 0]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
