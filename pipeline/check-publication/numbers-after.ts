import type { Passage } from "../check/passages.js";

const joint = "\\s*(?:,|&|-{1,3}|–|\\b(?:and|to|und|bis|et|à|y|e|a)\\b)\\s*";

/** Find the numbers that stand after a word, also in rows: "Figures 2, 4 and 6–8". `word` is the source of a pattern. */
export function numbersAfter(word: string, prose: readonly Passage[]): ReadonlySet<number> {
  const row = new RegExp(`(?<!\\p{L})(?:${word})\\s+(\\d+(?:(?:${joint})+\\d+)*)`, "giu");
  const numbers = new Set<number>();
  for (const { text } of prose) {
    for (const [, found = ""] of text.matchAll(row)) {
      for (const [, from, to = from] of found.matchAll(/(\d+)(?:\s*(?:-{1,3}|–)\s*(\d+))?/g)) {
        for (let n = Number(from); n <= Math.min(Number(to), Number(from) + 100); n++) numbers.add(n);
      }
    }
  }
  return numbers;
}
