import type { PlacedRun } from "./placed-run.js";

/** Where the words of a block go on on another page. */
export interface Turn {
  readonly page: number;
  /** How many come before, in the form in which they are compared. */
  readonly letters: number;
}

/** What is found where all words are there and nothing stands between them. */
export interface SameWords {
  readonly unspaced: readonly PlacedRun[];
  readonly hyphens: readonly PlacedRun[];
  readonly turns: readonly Turn[];
}

const ignored = /[\s\u00AD\u200B-\u200D\u2060\uFEFF]+/g;
const ascii = /^[!-~]*$/;
const beginsSpaced = /^[\u00AD\u200B-\u200D\u2060\uFEFF]*\s/;

/** Compare runs with the words of a block, each as a whole; undefined where they differ, so that they must be compared letter by letter. */
export function sameWords(text: string, runs: readonly PlacedRun[]): SameWords | undefined {
  const spaced = text.trimStart().split(/\s+/).map(bare);
  const expected = spaced.join("");
  const starts = new Set<number>();
  let at = 0;
  for (const word of spaced) {
    starts.add(at);
    at += word.length;
  }
  const unspaced: PlacedRun[] = [];
  const hyphens: PlacedRun[] = [];
  const turns: Turn[] = [];
  let page = runs[0]?.page;
  let next = 0;
  let isSpaced = true;
  for (const [index, placed] of runs.entries()) {
    const { text: shown } = placed.run;
    const letters = bare(shown);
    if (letters === "\u2010" && !expected.startsWith(letters, next)) {
      hyphens.push(placed);
      isSpaced = false;
      continue;
    }
    if (!expected.startsWith(letters, next)) return undefined;
    isSpaced ||= beginsSpaced.test(shown);
    if (letters !== "") {
      if (placed.page !== page) turns.push({ page: placed.page, letters: next });
      page = placed.page;
      const before = runs[index - 1];
      if (starts.has(next) && !isSpaced && before) unspaced.push(before);
      next += letters.length;
      isSpaced = false;
    }
    isSpaced ||= /\s$/.test(shown);
  }
  return next === expected.length ? { unspaced, hyphens, turns } : undefined;
}

/** Letters alone, in the form in which they are compared. */
export function bare(text: string): string {
  const letters = text.replace(ignored, "");
  // All of ASCII is its own compatibility form, and most words are of it.
  return (ascii.test(letters) ? letters : letters.normalize("NFKC")).toUpperCase();
}
