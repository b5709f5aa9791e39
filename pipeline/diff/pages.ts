import type { Alignment } from "./align.js";
import type { Box, PageWord, PdfPage } from "./edition.js";

/** A page of one edition, with what it shows that the other does not: points from its top left corner. */
export interface PageSide {
  /** From 0. */
  readonly index: number;
  readonly label: string;
  /** Points. */
  readonly size: { readonly width: number; readonly height: number };
  readonly marks: readonly Box[];
}

/**
 * What became of a page: it is as it was; it has another number and nothing else; its words stand on other pages, but are the
 * same; words changed; it looks otherwise; one edition alone has it.
 */
export type PageFate = "same" | "moved" | "reflowed" | "changed" | "redrawn" | "added" | "removed";

export interface PagePair {
  readonly fate: PageFate;
  readonly old?: PageSide;
  readonly new?: PageSide;
  /** How far the text stands from where it stood, in points: a page that was a left one may be a right one now. */
  readonly shift: { readonly x: number; readonly y: number };
}

/** Pair the pages of two editions by their words, and say of each pair what became of it; in the order of the new edition. */
export function comparePages(
  before: readonly PdfPage[],
  after: readonly PdfPage[],
  alignment: Alignment,
): readonly PagePair[] {
  const partner = matchPages(before, after, alignment);
  const [oldStarts, newStarts] = [startsOf(before), startsOf(after)];
  const side = (
    pages: readonly PdfPage[],
    starts: readonly number[],
    to: Int32Array,
    index: number,
  ): PageSide => ({
    index,
    label: pages[index]?.label ?? "",
    size: { width: pages[index]?.width ?? 1, height: pages[index]?.height ?? 1 },
    marks: marksOf(pages[index]?.words ?? [], (k) => (to[(starts[index] ?? 0) + k] ?? -1) < 0),
  });
  const oldSide = (index: number) => side(before, oldStarts, alignment.toNew, index);
  const newSide = (index: number) => side(after, newStarts, alignment.toOld, index);

  const pairs: PagePair[] = [];
  let next = 0;
  const nowhere = { x: 0, y: 0 };
  const removedUntil = (end: number) => {
    for (; next < end; next++)
      if (!partner.includes(next)) pairs.push({ fate: "removed", old: oldSide(next), shift: nowhere });
  };
  after.forEach((page, index) => {
    const match = partner[index];
    if (match === undefined) {
      pairs.push({ fate: "added", new: newSide(index), shift: nowhere });
      return;
    }
    if (match >= next) removedUntil(match);
    const sides = { old: oldSide(match), new: newSide(index) };
    const first = before[match]?.words[0]?.box;
    const now = page.words[0]?.box;
    const shift = first && now ? { x: now.left - first.left, y: now.top - first.top } : nowhere;
    const isSameText = isSameExtent(match, index, before, after, oldStarts, newStarts, alignment);
    const isChanged = sides.old.marks.length + sides.new.marks.length > 0;
    const isInPlace = sides.old.label === sides.new.label && match === index;
    const fate = isChanged ? "changed" : !isSameText ? "reflowed" : isInPlace ? "same" : "moved";
    pairs.push({ fate, ...sides, shift: fate === "moved" ? shift : nowhere });
  });
  removedUntil(before.length);
  return pairs;
}

/** Say whether two pages begin and end with the same words. */
function isSameExtent(
  match: number,
  index: number,
  before: readonly PdfPage[],
  after: readonly PdfPage[],
  oldStarts: readonly number[],
  newStarts: readonly number[],
  { toNew }: Alignment,
): boolean {
  const count = before[match]?.words.length ?? 0;
  if (count !== after[index]?.words.length) return false;
  if (count === 0) return true;
  const [from, to] = [oldStarts[match] ?? 0, newStarts[index] ?? 0];
  return toNew[from] === to && toNew[from + count - 1] === to + count - 1;
}

/** Find for each new page the old one that it has the most words in common with; one page is nobody else's. */
function matchPages(
  before: readonly PdfPage[],
  after: readonly PdfPage[],
  { toOld }: Alignment,
): readonly (number | undefined)[] {
  const oldPageOf = before.flatMap(({ words }, index) => words.map(() => index));
  const shared: { index: number; match: number; count: number }[] = [];
  let at = 0;
  after.forEach(({ words }, index) => {
    const counts = new Map<number, number>();
    for (const _ of words) {
      const match = oldPageOf[toOld[at++] ?? -1];
      if (match !== undefined) counts.set(match, (counts.get(match) ?? 0) + 1);
    }
    for (const [match, count] of counts) shared.push({ index, match, count });
  });
  const partner: (number | undefined)[] = after.map(() => undefined);
  const taken = new Set<number>();
  for (const { index, match } of shared.sort((a, b) => b.count - a.count)) {
    if (partner[index] !== undefined || taken.has(match)) continue;
    partner[index] = match;
    taken.add(match);
  }
  pairLeftOver(before, after, partner, taken);
  return partner;
}

/** Pair pages without words in common, blank ones or a picture alone, where as many of them stand between the same neighbours. */
function pairLeftOver(
  before: readonly PdfPage[],
  after: readonly PdfPage[],
  partner: (number | undefined)[],
  taken: Set<number>,
): void {
  const pairGap = (olds: readonly number[], news: readonly number[]) => {
    const wordless = (pages: readonly PdfPage[], indices: readonly number[]) =>
      indices.filter((index) => pages[index]?.words.length === 0);
    const [a, b] =
      olds.length === news.length ? [olds, news] : [wordless(before, olds), wordless(after, news)];
    a.forEach((old, k) => {
      const index = b[k];
      if (index === undefined) return;
      partner[index] = old;
      taken.add(old);
    });
  };
  let [oldFrom, newFrom] = [0, 0];
  const between = (from: number, to: number, isFree: (index: number) => boolean) =>
    Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k).filter(isFree);
  for (let index = 0; index <= after.length; index++) {
    const match = index === after.length ? before.length : partner[index];
    if (match === undefined || match < oldFrom) continue;
    pairGap(
      between(oldFrom, match, (old) => !taken.has(old)),
      between(newFrom, index, (now) => partner[now] === undefined),
    );
    [oldFrom, newFrom] = [match + 1, index + 1];
  }
}

function startsOf(pages: readonly PdfPage[]): readonly number[] {
  let start = 0;
  return pages.map(({ words }) => {
    const here = start;
    start += words.length;
    return here;
  });
}

/** Draw a box around words, one for neighbours on a line. */
function marksOf(words: readonly PageWord[], isMarked: (index: number) => boolean): readonly Box[] {
  const marks: Box[] = [];
  let isOpen = false;
  words.forEach(({ box }, k) => {
    if (!isMarked(k)) {
      isOpen = false;
      return;
    }
    const last = marks.at(-1);
    const isOnLine = last && Math.abs(last.top - box.top) < 2 && box.left >= last.left;
    if (isOpen && last && isOnLine)
      marks[marks.length - 1] = { ...last, width: box.left + box.width - last.left };
    else marks.push(box);
    isOpen = true;
  });
  return marks;
}
