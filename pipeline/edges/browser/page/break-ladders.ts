import type {} from "./shared.js";

/**
 * Let no more than three lines in a row end with a hyphen: the word at the end of one of four goes on as a whole, and the paragraph is laid out again.
 * Chromium knows no `hyphenate-limit-lines`. Runs in the page, where the document is as wide as its pages.
 */
export function breakLadders(): void {
  const most = 3;
  /** Words that are pushed on may make another ladder, but no paragraph has so many. */
  const rounds = 40;
  const lastWord = /\S*$/;
  const range = document.createRange();
  const texts = new Map<HTMLElement, Text[]>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const block =
      node.data.includes("\u00AD") && node.parentElement?.closest<HTMLElement>("p, li, dd, td, div");
    if (block) texts.set(block, [...(texts.get(block) ?? []), node]);
  }
  for (const [block, nodes] of texts) {
    for (let round = 0; round < rounds; round++) {
      const fault = findLadder(block, nodes);
      if (!fault) break;
      // Without the ones before it as well: the word would be broken at them.
      const { node, at } = fault;
      const start = at - (lastWord.exec(node.data.slice(0, at))?.[0].length ?? 0);
      node.replaceData(start, at + 1 - start, node.data.slice(start, at).replaceAll("\u00AD", ""));
    }
  }

  /** Find the hyphen without which a ladder is none: a run of so many lines has one line of every so manieth. */
  function findLadder(block: HTMLElement, nodes: readonly Text[]): Hyphen | undefined {
    const height = Number.parseFloat(getComputedStyle(block).lineHeight);
    const { top, height: whole } = block.getBoundingClientRect();
    const lines = Math.ceil(whole / height);
    if (!(lines > most)) return undefined;
    const hyphens = nodes.flatMap((node) =>
      [...node.data.matchAll(/\u00AD/g)].map(({ index }) => ({ node, at: index })),
    );
    const boxOf = ({ node, at }: Hyphen) => {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    };
    /** The letter before it has a box whether the hyphen shows or not. */
    const lineOf = ({ node, at }: Hyphen) => {
      const box = boxOf({ node, at: Math.max(at - 1, 0) });
      return Math.floor((box.top + box.height / 2 - top) / height);
    };
    const atEndOf = (line: number): Hyphen | undefined => {
      let [low, high] = [0, hyphens.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        const hyphen = hyphens[middle];
        if (hyphen && lineOf(hyphen) <= line) low = middle + 1;
        else high = middle;
      }
      const last = hyphens[low - 1];
      // A soft hyphen takes room only where it shows.
      return last && lineOf(last) === line && boxOf(last).width > 0.5 ? last : undefined;
    };
    for (let line = most; line < lines; line += most + 1) {
      if (!atEndOf(line)) continue;
      let first = line;
      while (first > 0 && atEndOf(first - 1)) first--;
      let last = line;
      while (atEndOf(last + 1)) last++;
      if (last - first < most) continue;
      // The less of a word moves on, the less its line is spaced out.
      const steps = Array.from({ length: most + 1 }, (_, step) => atEndOf(first + step));
      const moving = ({ node, at }: Hyphen) => lastWord.exec(node.data.slice(0, at))?.[0].length ?? 0;
      return steps.filter((each) => each !== undefined).sort((a, b) => moving(a) - moving(b))[0];
    }
    return undefined;
  }
}

interface Hyphen {
  readonly node: Text;
  readonly at: number;
}
