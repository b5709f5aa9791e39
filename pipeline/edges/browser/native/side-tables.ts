import type { CellEnd, ColumnPart, Sheet } from "./shared.js";

/** A row that begins a page, or that goes on over pages; `ends` has, for each of its further pages, where its cells go on there. */
interface Seam {
  readonly row: HTMLTableRowElement;
  readonly begins: boolean;
  readonly ends: readonly (readonly CellEnd[])[];
}

/**
 * Cut each table that reaches beside the lines, and goes on to other pages, where those begin, and let each piece stand by itself as its page's side asks. Runs in the
 * page, after all that moves rows from page to page.
 *
 * A row in whose middle a page begins is cut there, too. One into which a cell from above reaches stays with the rows before it.
 */
export function sideTables(parts: readonly ColumnPart[], sheet: Sheet): void {
  const { locate, cutTable, cutRow, rowEnds } = window.steps;
  for (const part of parts) {
    const place = locate(part, sheet);
    const boxes = [...part.section.querySelectorAll<HTMLElement>("[data-sided] > .table")];
    // All reading before all writing.
    const reaching = boxes.flatMap((box) => {
      if (box.getClientRects().length < 2) return [];
      const { marginTop, marginBottom } = getComputedStyle(box);
      const tables = [...box.querySelectorAll<HTMLTableElement>(":scope > table")];
      return [
        {
          box,
          margins: { marginTop, marginBottom },
          pieces: tables.map((table) => ({ table, seams: seamsOf(table) })),
        },
      ];
    });
    for (const { box, margins, pieces } of reaching) {
      // And what keeps one from beginning a page of its own.
      const sizes = [...box.classList].filter((name) => name.startsWith("size-") || name === "led");
      // The box has no side any more: what is in it would have that beside its own.
      box.parentElement?.replaceWith(box);
      Object.assign(box.style, margins);
      box.classList.remove(...sizes);
      for (const { table, seams } of pieces) {
        const starts = seams.flatMap(({ row, begins, ends }) => {
          const further = cutRow(row, ends);
          for (const piece of further) piece.classList.add("quoin-row-again");
          return begins ? [row, ...further] : further;
        });
        const rests = starts.toReversed().map((row) => {
          const rest = cutTable(table, row);
          if (row.classList.contains("quoin-row-again")) rest?.classList.add("quoin-begins-page");
          return rest;
        });
        for (const piece of [table, ...rests]) if (piece) wrap(piece, sizes);
      }
    }

    /** Find the rows of a table, of its heads that are shown again as well, that begin pages, or in whose middle pages begin. */
    function seamsOf(table: HTMLTableElement): readonly Seam[] {
      // In their order; `rows` has those of all heads before the others.
      const own = table.querySelectorAll<HTMLTableRowElement>(":scope > * > tr");
      let before = -1;
      let spannedTo = 0;
      return [...own].flatMap((row, index) => {
        const pages = [...row.getClientRects()].map((rect) => place(rect).page);
        const isSpanned = index < spannedTo;
        const begins = index > 0 && (pages[0] ?? before) > before && !isSpanned;
        before = pages.at(-1) ?? before;
        for (const { rowSpan } of row.cells) spannedTo = Math.max(spannedTo, index + rowSpan);
        const isAlone = !isSpanned && spannedTo <= index + 1;
        const ends = isAlone ? rowEnds(row, pages, (rect) => place(rect).page) : [];
        return begins || ends.length > 0 ? [{ row, begins, ends }] : [];
      });
    }
  }

  /** Give a piece the side of its page, and the size that the table had. */
  function wrap(piece: HTMLTableElement, sizes: readonly string[]): void {
    const side = document.createElement("div");
    side.className = "pagedjs_right_page";
    side.dataset.sided = "";
    piece.before(side);
    side.append(piece);
    piece.classList.add(...sizes);
    Object.assign(piece.style, { marginTop: "0", marginBottom: "0" });
  }
}
