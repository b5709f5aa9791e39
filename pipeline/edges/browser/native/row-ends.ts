import type { CellEnd } from "./shared.js";

/**
 * Find where each further page of a row begins in each of its cells. Empty where the row is on one page, and where a cell holds what
 * does not follow one thing after another (a table of its own). Runs in the page.
 */
export function rowEnds(
  row: HTMLTableRowElement,
  pages: readonly number[],
  pageOf: (box: DOMRect) => number,
): readonly (readonly CellEnd[])[] {
  /** What a line never ends in but at a hyphen; of writing without spaces each character by itself. */
  const words =
    /[\u2E80-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u{20000}-\u{3FFFF}]|[^\s\u2E80-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u{20000}-\u{3FFFF}]+/gu;
  const longestWord = 60;
  if (pages.length < 2 || row.querySelector("table")) return [];
  const range = document.createRange();
  const cells = [...row.cells].map((cell) => ({ cell, things: thingsOf(cell) }));
  const [, ...further] = pages;
  return further.map((page) => cells.map(({ cell, things }) => firstFrom(page, cell, things)));

  /** List what a cell shows: texts, and what is not broken. */
  function thingsOf(cell: Element): readonly (Text | Element)[] {
    const whole = "img, svg, math, hr";
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
      if (node.parentElement?.closest(whole)) return NodeFilter.FILTER_REJECT;
      const isThing = node instanceof Element ? node.matches(whole) : (node as Text).data.trim() !== "";
      return isThing ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
    });
    const things: (Text | Element)[] = [];
    while (walker.nextNode()) things.push(walker.currentNode as Text | Element);
    return things;
  }

  function firstFrom(page: number, cell: Element, things: readonly (Text | Element)[]): CellEnd {
    for (const thing of things) {
      const boxes = boxesOf(thing);
      if (!boxes.some((box) => pageOf(box) >= page)) continue;
      if (thing instanceof Element) return before(thing, cell);
      for (const word of thing.data.matchAll(words)) {
        const start = startOn(page, thing, word.index, word.index + word[0].length);
        if (start === undefined) continue;
        const isFirst = thing.data.slice(0, start).trim() === "";
        return isFirst ? before(thing, cell) : [thing, start];
      }
    }
    return undefined;
  }

  /** Find where of a word a page or a later one begins: a word that a page's end parts goes there whole, unless it is longer than words are. */
  function startOn(page: number, text: Text, from: number, to: number): number | undefined {
    const boxes = charactersOf(text, from, to);
    const [first] = boxes;
    const last = boxes.at(-1);
    if (!first || !last || pageOf(last) < page) return undefined;
    if (pageOf(first) >= page || to - from <= longestWord) return from;
    for (let at = from + 1; at < to; at++) {
      const box = charactersOf(text, at, at + 1).at(-1);
      if (box && pageOf(box) >= page) return at;
    }
    return from;
  }

  function charactersOf(text: Text, from: number, to: number): readonly DOMRect[] {
    range.setStart(text, from);
    range.setEnd(text, to);
    return [...range.getClientRects()];
  }

  function boxesOf(thing: Text | Element): readonly DOMRect[] {
    if (thing instanceof Element) return [thing.getBoundingClientRect()];
    range.selectNodeContents(thing);
    return [...range.getClientRects()];
  }

  /** The place before a node; an element that begins with it is not cut in two. */
  function before(node: ChildNode, cell: Element): CellEnd {
    let first = node;
    for (;;) {
      const around: ParentNode | null = first.parentNode;
      if (!around) return undefined;
      const isBegin = [...around.childNodes]
        .slice(0, [...around.childNodes].indexOf(first))
        .every((each) => each instanceof Text && each.data.trim() === "");
      if (around === cell || !isBegin) return [around, [...around.childNodes].indexOf(first)];
      first = around as Element;
    }
  }
}
