import { diffArrays } from "diff";
import type { Word } from "./edition.js";

/** For each word of two texts its counterpart in the other, by index; -1 where there is none. */
export interface Alignment {
  readonly toNew: Int32Array;
  readonly toOld: Int32Array;
}

/** Edits after which two texts are not compared any further, and count as replaced: the work grows with their square. */
const mostSentences = 2000;
const mostWords = 1500;

/**
 * Find the words that two texts have in common, in their order: whole sentences first, then words between those that differ.
 *
 * A text that was cut into other pages or lines has the same sentences.
 */
export function align(before: readonly Word[], after: readonly Word[]): Alignment {
  const toNew = new Int32Array(before.length).fill(-1);
  const toOld = new Int32Array(after.length).fill(-1);
  const pair = (i: number, j: number) => {
    toNew[i] = j;
    toOld[j] = i;
  };
  const [old, now] = [sentencesOf(before), sentencesOf(after)];
  for (const gap of gapsBetween(old.keys, now.keys, mostSentences, (a, b) => a === b)) {
    const [from, to] = [old.starts[gap.old] ?? 0, now.starts[gap.new] ?? 0];
    const [end, stop] = [old.starts[gap.old + gap.oldCount] ?? 0, now.starts[gap.new + gap.newCount] ?? 0];
    if (gap.isSame) for (let k = 0; from + k < end; k++) pair(from + k, to + k);
    else {
      const [a, b] = [before.slice(from, end), after.slice(to, stop)];
      for (const inner of gapsBetween(a, b, mostWords, isSameWord))
        if (inner.isSame)
          for (let k = 0; k < inner.oldCount; k++) pair(from + inner.old + k, to + inner.new + k);
    }
  }
  dropStrays(before, toNew, toOld);
  return { toNew, toOld };
}

function isSameWord(a: Word, b: Word): boolean {
  if (a.key === b.key) return true;
  if (a.bare === undefined && b.bare === undefined) return false;
  return (a.bare ?? a.key.replace(/[-\u2010]/g, "")) === (b.bare ?? b.key.replace(/[-\u2010]/g, ""));
}

interface Gap {
  readonly isSame: boolean;
  readonly old: number;
  readonly oldCount: number;
  readonly new: number;
  readonly newCount: number;
}

/** Part two sequences into stretches that are the same and stretches that are not. */
function gapsBetween<T>(
  old: readonly T[],
  now: readonly T[],
  most: number,
  comparator: (a: T, b: T) => boolean,
): Gap[] {
  const gaps: Gap[] = [];
  const changes = diffArrays([...old], [...now], { comparator, maxEditLength: most });
  if (!changes) return [{ isSame: false, old: 0, oldCount: old.length, new: 0, newCount: now.length }];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of changes) {
    const last = gaps.at(-1);
    const isSame = !added && !removed;
    const step = { oldCount: added ? 0 : count, newCount: removed ? 0 : count };
    if (last && !isSame && !last.isSame)
      gaps[gaps.length - 1] = {
        ...last,
        oldCount: last.oldCount + step.oldCount,
        newCount: last.newCount + step.newCount,
      };
    else gaps.push({ isSame, old: i, new: j, ...step });
    i += step.oldCount;
    j += step.newCount;
  }
  return gaps;
}

/** Part words into sentences; `starts` has one more entry, where the last one ends. */
function sentencesOf(words: readonly Word[]): { keys: string[]; starts: number[] } {
  const starts = [0];
  words.forEach((word, i) => {
    const next = words[i + 1];
    if (!next || next.block !== word.block || /[.!?…:;]["”’»)\]]*$/.test(word.text)) starts.push(i + 1);
  });
  const keys = starts.slice(0, -1).map((start, i) =>
    words
      .slice(start, starts[i + 1])
      .map(({ key }) => key)
      .join(" "),
  );
  return { keys, starts };
}

/** Let a single word between changes count as changed: `of` alone is nothing that a sentence kept. */
function dropStrays(before: readonly Word[], toNew: Int32Array, toOld: Int32Array): void {
  for (let i = 1; i < before.length - 1; i++) {
    const j = toNew[i] ?? -1;
    if (j < 0 || (before[i]?.key.length ?? 0) > 3) continue;
    const isAlone =
      toNew[i - 1] === -1 && toNew[i + 1] === -1 && (toOld[j - 1] ?? 0) === -1 && (toOld[j + 1] ?? 0) === -1;
    if (!isAlone) continue;
    toNew[i] = -1;
    toOld[j] = -1;
  }
}
