import type { Comparison } from "./compare.js";
import type { Box, PdfPage } from "./edition.js";
import type { PagePair } from "./pages.js";

/** A pair of pages to look at. */
export interface Look {
  /** Of the pair in the comparison. */
  readonly pair: number;
  /** Index of the page in its PDF. */
  readonly old?: number;
  readonly new?: number;
  /** Whether a picture is wanted in any case, or only where the two look different. */
  readonly picture: "always" | "if-different";
  /** How far the new page's text stands from the old one's, in points. */
  readonly shift: { readonly x: number; readonly y: number };
  /** What of the new page is held against the old one, from left to right; all of it where nothing is said. */
  readonly column?: { readonly left: number; readonly right: number };
  /** Where the new page is not looked at: a page that moved has another folio, and its running head on the other side. */
  readonly blind: readonly Box[];
}

/** What came of looking. */
export interface Looked {
  readonly pair: number;
  /** Where the new page looks otherwise, in points of each page; empty where it does not, or nobody asked. */
  readonly areas: readonly Box[];
  /** Pictures as data addresses. */
  readonly old?: string;
  readonly new?: string;
}

/** Choose what to look at: every pair that may only seem the same, and up to `most` pictures of pages that changed. */
export function looksFor(
  pairs: readonly PagePair[],
  before: readonly PdfPage[],
  after: readonly PdfPage[],
  most: number,
): readonly Look[] {
  let left = most;
  return pairs.flatMap(({ fate, old, new: now, shift }, pair): Look[] => {
    const sides = { pair, ...(old && { old: old.index }), ...(now && { new: now.index }) };
    if (fate === "same") return [{ ...sides, picture: "if-different", shift, blind: [] }];
    const [was, is] = [old && before[old.index], now && after[now.index]];
    if (fate === "moved" && was && is) {
      const shifted = was.furniture.map((box) => ({
        ...box,
        left: box.left + shift.x,
        top: box.top + shift.y,
      }));
      const column = shift.x === 0 ? undefined : columnOf(is);
      const blind = [...is.furniture, ...shifted].map(grown);
      return [{ ...sides, picture: "if-different", shift, ...(column && { column }), blind }];
    }
    if (fate === "reflowed" || left === 0) return [];
    left--;
    return [{ ...sides, picture: "always", shift: { x: 0, y: 0 }, blind: [] }];
  });
}

/** Say of pages with the same words which of them look otherwise, and where. */
export function withLooks(comparison: Comparison, looked: readonly Looked[]): Comparison {
  const byPair = new Map(looked.map((each) => [each.pair, each]));
  const pages = comparison.pages?.map((pair, index): PagePair => {
    const areas = byPair.get(index)?.areas ?? [];
    if (areas.length === 0 || !pair.old || !pair.new) return pair;
    const { x, y } = pair.shift;
    const before = areas.map((area) => ({ ...area, left: area.left - x, top: area.top - y }));
    return {
      ...pair,
      fate: "redrawn",
      old: { ...pair.old, marks: before },
      new: { ...pair.new, marks: areas },
    };
  });
  return { ...comparison, ...(pages && { pages }) };
}

/** The column of a page's words: what stands in the margins changes sides with the page. */
function columnOf({ words }: PdfPage): Look["column"] {
  if (words.length === 0) return undefined;
  return {
    left: Math.min(...words.map(({ box }) => box.left)) - 2,
    right: Math.max(...words.map(({ box }) => box.left + box.width)) + 2,
  };
}

function grown({ left, top, width, height }: Box): Box {
  return { left: left - 3, top: top - 3, width: width + 6, height: height + 6 };
}
