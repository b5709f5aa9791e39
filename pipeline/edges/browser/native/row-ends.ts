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
      // A word is on one page: what would part it was taken out.
      for (const word of thing.data.matchAll(/\S+/g)) {
        range.setStart(thing, word.index);
        range.setEnd(thing, word.index + word[0].length);
        const [box] = range.getClientRects();
        if (!box || pageOf(box) < page) continue;
        const isFirst = thing.data.slice(0, word.index).trim() === "";
        return isFirst ? before(thing, cell) : [thing, word.index];
      }
    }
    return undefined;
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
