import type { ColumnPart, Sheet } from "./shared.js";

/** Let no page end inside a hyphenated word: the soft hyphen there goes, until none is used at the end of a page. Runs in the page. */
export function keepWordsWhole(parts: readonly ColumnPart[], sheet: Sheet): void {
  // A word has few soft hyphens; whatever has more is none.
  const rounds = 8;
  let waiting = parts;
  for (let round = 0; round < rounds && waiting.length > 0; round++) {
    waiting = waiting.filter((part) => {
      const ends = window.steps.piecesOf(part, sheet).filter(({ node, from }) => {
        return from > 0 && node instanceof Text && node.data[from - 1] === "\u00AD";
      });
      // The last first: one text may go on over several pages, and what is taken out of it moves all that follows.
      for (const { node, from } of ends.toReversed()) if (node instanceof Text) node.deleteData(from - 1, 1);
      return ends.length > 0;
    });
  }
}
