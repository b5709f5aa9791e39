import { diffArrays } from "diff";
import type { Note } from "./edition.js";
import { splitWords, uncounted } from "./split-words.js";

/** What became of a note. */
export type NoteChange =
  | { readonly kind: "added"; readonly new: Note }
  | { readonly kind: "removed"; readonly old: Note }
  | { readonly kind: "changed" | "renumbered"; readonly old: Note; readonly new: Note };

/** Compare notes by their words: which are new, gone, in other words, or the same under another number. */
export function compareNotes(before: readonly Note[], after: readonly Note[]): readonly NoteChange[] {
  const pairs: [Note | undefined, Note | undefined][] = [];
  let gap: { old: Note[]; new: Note[] } = { old: [], new: [] };
  let i = 0;
  const close = () => {
    pairs.push(...pairSimilar(gap.old, gap.new));
    gap = { old: [], new: [] };
  };
  const comparator = (a: Note, b: Note) => uncounted(a.text) === uncounted(b.text);
  for (const { added, removed, value } of diffArrays([...before], [...after], { comparator })) {
    if (added) gap.new.push(...value);
    else if (removed) {
      gap.old.push(...value);
      i += value.length;
    } else {
      close();
      for (const note of value) pairs.push([before[i++], note]);
    }
  }
  close();
  return pairs.flatMap(([old, now]) => changeOf(old, now));
}

function changeOf(old: Note | undefined, now: Note | undefined): readonly NoteChange[] {
  if (!old) return now ? [{ kind: "added", new: now }] : [];
  if (!now) return [{ kind: "removed", old }];
  if (uncounted(old.text) !== uncounted(now.text)) return [{ kind: "changed", old, new: now }];
  return old.number === now.number ? [] : [{ kind: "renumbered", old, new: now }];
}

/** Pair notes that share half of their words, each old one with the first of them. */
function pairSimilar(
  olds: readonly Note[],
  news: readonly Note[],
): readonly [Note | undefined, Note | undefined][] {
  const pairs: [Note | undefined, Note | undefined][] = [];
  let from = 0;
  for (const old of olds) {
    const found = news.findIndex((note, at) => at >= from && isSimilar(old.text, note.text));
    if (found < 0) pairs.push([old, undefined]);
    else {
      for (const note of news.slice(from, found)) pairs.push([undefined, note]);
      pairs.push([old, news[found]]);
      from = found + 1;
    }
  }
  for (const note of news.slice(from)) pairs.push([undefined, note]);
  return pairs;
}

function isSimilar(a: string, b: string): boolean {
  const [x, y] = [new Set(splitWords(a)), new Set(splitWords(b))];
  const common = [...x].filter((word) => y.has(word)).length;
  return common * 2 >= Math.max(x.size, y.size);
}
