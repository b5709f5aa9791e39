import type { ColumnPart, Piece, Sheet } from "./shared.js";

/** List what a part shows in the order of the document, parted where a page ends: texts and pictures. Runs in the page. */
export function piecesOf(part: ColumnPart, sheet: Sheet): readonly Piece[] {
  const place = window.steps.locate(part, sheet);
  const pieces: Piece[] = [];
  /** A block of one box, which is all on its page: what it holds need not be measured. */
  let whole: { readonly block: Element; readonly page: number } | undefined;
  const range = document.createRange();
  const { SHOW_TEXT, SHOW_ELEMENT } = NodeFilter;
  const walker = document.createTreeWalker(part.section, SHOW_TEXT | SHOW_ELEMENT, (node) => {
    const around = node.parentElement;
    // A drawing is a picture like any other.
    if (around?.localName === "svg" || around?.localName === "style") return NodeFilter.FILTER_REJECT;
    return NodeFilter.FILTER_ACCEPT;
  });
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (whole && !whole.block.contains(node)) whole = undefined;
    if (node instanceof Element) {
      if (!whole && node.matches("p, h1, h2, h3, h4, h5, h6, td, th")) {
        const [box, ...more] = node.getClientRects();
        if (box && more.length === 0) whole = { block: node, page: part.first + place(box).page };
      }
      if (node.localName !== "img" && node.localName !== "svg") continue;
      pieces.push({ page: part.first + place(node.getBoundingClientRect()).page, node, from: 0, to: 0 });
    } else if (node instanceof Text && node.data.trim() !== "") {
      if (whole) pieces.push({ page: whole.page, node, from: 0, to: node.data.length });
      else readText(node);
    }
  }
  return pieces;

  function readText(node: Text): void {
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()];
    const [first] = boxes;
    const last = boxes.at(-1);
    // What has no box is hidden on purpose: it stands where the text before it stands.
    if (!first || !last) {
      pieces.push({ page: pieces.at(-1)?.page ?? part.first, node, from: 0, to: node.data.length });
      return;
    }
    const [begin, end] = [place(first).page, place(last).page];
    let from = 0;
    for (let page = begin; page < end; page++) {
      const to = firstBehind(node, page, from);
      pieces.push({ page: part.first + page, node, from, to });
      from = to;
    }
    pieces.push({ page: part.first + end, node, from, to: node.data.length });
  }

  /** Find the first character behind a page. */
  function firstBehind(node: Text, page: number, from: number): number {
    let [low, high] = [from, node.data.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      // Some characters have no box: the next one tells.
      let at = middle;
      let found: DOMRect | undefined;
      for (; at < high && !found; at++) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        // What follows a hyphen at the end of a line has a box there too: its own is the last.
        const box = [...range.getClientRects()].at(-1);
        if (box && (box.width > 0 || node.data[at] !== "\u00AD")) found = box;
      }
      if (!found || place(found).page > page) high = middle;
      else low = at;
    }
    return low;
  }
}
