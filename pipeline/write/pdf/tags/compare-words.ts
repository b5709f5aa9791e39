import { direction } from "../../../direction.js";
import type { PlacedRun } from "./placed-run.js";
import { sameWords, type Turn } from "./same-words.js";

/** What came of comparing the words of a block with those of its tags. */
export interface Comparison {
  /** Runs behind which the space of a line's end is missing. */
  readonly unspaced: readonly PlacedRun[];
  /** Hyphens of which the words know nothing: they stand where a line was broken. */
  readonly hyphens: readonly PlacedRun[];
  /** Words that should be there and are not: from the first missing letter on. */
  readonly lost: string | undefined;
  /** Not told of right-to-left words. */
  readonly turns: readonly Turn[];
  /** The page of the last run, where there is one. */
  readonly lastPage: number | undefined;
}

interface Letter {
  readonly letter: string;
  readonly isSpaced: boolean;
  readonly at: number;
}

const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * Compare the words of a block with the text runs of its tags: each letter must be there, in order. What a style sheet
 * adds (page numbers, quotation marks) may stand between them; capitals and ligatures do not count. Right-to-left words lie in the
 * order of painting: of them only the number of letters is compared, and so of other words in such a language that are not in their
 * order (a full stop is painted before the one word that it ends).
 */
export function compareWords(text: string, runs: readonly PlacedRun[], language = ""): Comparison {
  const lastPage = runs.at(-1)?.page;
  const hasLeftward = rightToLeft.test(text);
  const same = hasLeftward ? undefined : sameWords(text, runs);
  if (same) return { ...same, lost: undefined, lastPage };
  const expected = lettersOf(text);
  if (hasLeftward || direction(language) === "rtl") {
    return { unspaced: [], hyphens: [], turns: [], lost: compareCounts(text, expected, runs), lastPage };
  }
  const unspaced: PlacedRun[] = [];
  const hyphens: PlacedRun[] = [];
  const turns: Turn[] = [];
  let page = runs[0]?.page;
  let letters = 0;
  let next = 0;
  let isSpaced = true;
  runs.forEach((placed, index) => {
    let isStart = true;
    for (const { letter, isSpaced: own } of lettersOf(placed.run.text)) {
      const wanted = expected[next];
      isSpaced ||= own;
      if (wanted?.letter === letter) {
        if (placed.page !== page) turns.push({ page: placed.page, letters });
        page = placed.page;
        letters += letter.length;
        const before = runs[index - 1];
        if (wanted.isSpaced && !isSpaced && isStart && before) unspaced.push(before);
        next++;
      } else if (placed.run.text === "\u2010") hyphens.push(placed);
      isSpaced = false;
      isStart = false;
    }
    isSpaced ||= /\s$/.test(placed.run.text);
  });
  const missing = expected[next];
  return { unspaced, hyphens, turns, lost: missing && excerpt(text, missing.at), lastPage };
}

function lettersOf(text: string): Letter[] {
  const letters: Letter[] = [];
  let isSpaced = false;
  let at = 0;
  for (const character of text) {
    for (const letter of fold(character)) {
      if (/\s/.test(letter)) isSpaced = true;
      else if (!invisible.test(letter)) {
        letters.push({ letter, isSpaced, at });
        isSpaced = false;
      }
    }
    at += character.length;
  }
  return letters;
}

function fold(character: string): string {
  // All of ASCII is its own compatibility form.
  return character < "\u0080" ? character.toUpperCase() : character.normalize("NFKC").toUpperCase();
}

function compareCounts(
  text: string,
  expected: readonly Letter[],
  runs: readonly PlacedRun[],
): Comparison["lost"] {
  const counts = new Map<string, number>();
  for (const { run } of runs) {
    for (const { letter } of lettersOf(run.text)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  for (const { letter, at } of expected) {
    const left = (counts.get(letter) ?? 0) - 1;
    if (left < 0) return excerpt(text, at);
    counts.set(letter, left);
  }
  return undefined;
}

function excerpt(text: string, at: number): string {
  const rest = text
    .slice(at)
    .replace(/\u00AD/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return rest.length > 60 ? `${rest.slice(0, 57).trimEnd()}\u2026` : rest;
}
