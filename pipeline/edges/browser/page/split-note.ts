import type {} from "./shared.js";

/** A line of a note, and where in the tree it begins. */
interface Line {
  /** The block that it belongs to; a picture or a table is a line of its own. */
  readonly owner: Element;
  readonly node: Node;
  readonly offset: number;
  middle: number;
  bottom: number;
}

/**
 * Install the cutting of a note that does not fit on its page. Runs in the page.
 *
 * A note is cut between two lines, never with a line of a paragraph alone on either side. The nodes behind the cut are moved,
 * not copied: no word can be lost or doubled.
 */
export function installNoteSplitting(): void {
  const range = document.createRange();
  const solid = "table, figure, img, svg, pre, hr";

  window.quoin.splitNote = (note, room) => {
    const limit = note.getBoundingClientRect().top + room;
    const lines = linesOf(note);
    const fitting = lines.findIndex(({ bottom }) => bottom > limit);
    for (let i = fitting; i > 0; i--) if (mayBreakBefore(lines, i)) return cut(note, lines[i]);
    return undefined;
  };

  function linesOf(note: HTMLElement): Line[] {
    const lines: Line[] = [];
    const walker = document.createTreeWalker(note, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
      if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
      // The number hangs beside the first line.
      if (node.matches(".note-number") || node.parentElement?.closest(solid)) return NodeFilter.FILTER_REJECT;
      return node.matches(solid) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
    });
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text) addText(node, lines);
      else if (node instanceof Element) {
        const { top, bottom } = node.getBoundingClientRect();
        lines.push({ owner: node, node, offset: 0, middle: (top + bottom) / 2, bottom });
      }
    }
    return lines;
  }

  function addText(text: Text, lines: Line[]): void {
    if (text.parentElement?.closest(solid)) return;
    const owner = blockOf(text);
    for (const { index, 0: word } of text.data.matchAll(/\S+/g)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      // Only a word over two lines, an address, must be looked at letter by letter.
      const step = range.getClientRects().length > 1 ? 1 : word.length;
      for (let at = 0; at < word.length; at += step) {
        range.setStart(text, index + at);
        range.setEnd(text, index + at + step);
        const { top, bottom, height } = range.getBoundingClientRect();
        if (height === 0) continue;
        const middle = (top + bottom) / 2;
        const last = lines.at(-1);
        if (last?.owner === owner && middle < last.middle + height / 2) {
          last.bottom = Math.max(last.bottom, bottom);
        } else lines.push({ owner, node: text, offset: index + at, middle, bottom });
      }
    }
  }

  function blockOf(node: Node): Element {
    let element = node.parentElement as Element;
    while (getComputedStyle(element).display.startsWith("inline")) element = element.parentElement as Element;
    return element;
  }

  function mayBreakBefore(lines: readonly Line[], i: number): boolean {
    const owner = lines[i]?.owner;
    const first = lines.findIndex((line) => line.owner === owner);
    const end = lines.findLastIndex((line) => line.owner === owner) + 1;
    const isBetween = i === first;
    return i > 1 && lines.length - i > 1 && (isBetween || (i - first > 1 && end - i > 1));
  }

  function cut(note: HTMLElement, line: Line | undefined): HTMLElement | undefined {
    if (!line) return undefined;
    const { node, offset, owner } = line;
    if (node instanceof Text && getComputedStyle(owner).textAlign === "justify") {
      (owner as HTMLElement).style.textAlignLast = "justify";
    }
    if (node instanceof Text && !isFirstIn(node, offset)) range.setStart(node, offset);
    else range.setStartBefore(topmostBeginning(node, note));
    range.setEnd(note, note.childNodes.length);
    const rest = note.cloneNode(false) as HTMLElement;
    rest.append(range.extractContents());
    markSplit(note, rest);
    return rest;
  }

  function isFirstIn(text: Text, offset: number): boolean {
    return text.data.slice(0, offset).trim() === "";
  }

  /** Climb as long as nothing stands before: a block that begins behind the cut is not left behind empty. */
  function topmostBeginning(node: Node, note: HTMLElement): Node {
    const before = node.previousSibling;
    const isFirst =
      !before || (before instanceof Text && before.data.trim() === "" && !before.previousSibling);
    const parent = node.parentElement;
    return isFirst && parent && parent !== note ? topmostBeginning(parent, note) : node;
  }

  /**
   * Let neither half show what belongs to the other. Paged.js has attributes for this, which would lead it to take a note for
   * the end of the page's text; what it writes on the items of lists, so that they go on counting, the notes have too.
   */
  function markSplit(head: HTMLElement, rest: HTMLElement): void {
    rest.removeAttribute("id");
    rest.dataset.rest = "";
    Object.assign(rest.style, { textIndent: "0", marginTop: "0", paddingTop: "0" });
    Object.assign(head.style, { marginBottom: "0", paddingBottom: "0" });
    if (rest.localName === "li") rest.style.listStyleType = "none";
    const [last, first] = [head.lastElementChild, rest.firstElementChild];
    if (!(last instanceof HTMLElement) || !(first instanceof HTMLElement)) return;
    if (last.dataset.ref === first.dataset.ref) markSplit(last, first);
  }
}
