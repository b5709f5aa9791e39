import type { ColumnPart, PlacedBox, Sheet } from "./shared.js";

/** The rows of a table with the pieces of them, and which of them may come behind a head. */
interface Foretold {
  readonly rows: readonly HTMLTableRowElement[];
  readonly boxes: readonly (readonly PlacedBox[])[];
  readonly mayBegin: (row: HTMLTableRowElement | undefined) => boolean;
}

/**
 * Show the head of a table again on every page that the table goes on to, where that leaves the page most of its height. It is a copy to
 * be seen and nothing else. Runs in the page, after all that moves what stands before a table.
 *
 * Each copy pushes on all that follows. To lay a long table out anew for every page would take time with the square of its length: from
 * the first page to which it goes on, the heights of the rows foretell the others; all copies are put there at once, and those that
 * stand otherwise than foretold are taken back, to be foretold from there.
 *
 * Cells that reach into a row are cut where a head comes before it; where what they hold goes on below, no head does. A row in whose
 * middle a page begins is cut there; each such cut lays the part out anew, and a part of a hundred gets no more.
 */
export function repeatHeads(parts: readonly ColumnPart[], sheet: Sheet): void {
  const { locate, cutAtPage } = window.steps;
  for (const part of parts) {
    let cuts = 100;
    const place = locate(part, sheet);
    // A row from which a cell reaches to the next page has an empty box there.
    const boxesOf = (row: Element) =>
      [...row.getClientRects()].filter(({ height }, index) => index === 0 || height > 0).map(place);
    for (const table of part.section.querySelectorAll<HTMLTableElement>("table:not([data-cut])")) {
      const head = table.tHead;
      const rows = piecesOf(table).flatMap(({ tBodies }) => [...tBodies].flatMap((body) => [...body.rows]));
      if (head?.getClientRects().length !== 1) continue;
      const { height } = head.getBoundingClientRect();
      if (height > sheet.column / 4) continue;
      const hasSpans = rows.some((row) => [...row.cells].some(({ rowSpan }) => rowSpan > 1));
      const mayBegin = (row: HTMLTableRowElement | undefined) =>
        !hasSpans || (row !== undefined && mayCut(row));
      let boxes = rows.map(boxesOf);
      /** Find the next row, from one on, that begins a page; one that goes on to a page is cut in two. */
      const nextStart = (from: number): number => {
        for (let row = from; row <= rows.length; row++) {
          const before = rows[row - 1];
          if (before && cuts > 0 && (boxes[row - 1]?.length ?? 0) > 1) {
            const rest = cutAtPage(before, (rect) => place(rect).page);
            if (rest === "nothing before" && !begun.has(before)) return row - 1;
            if (rest instanceof HTMLTableRowElement) {
              cuts -= 1;
              rows.splice(row, 0, rest);
              boxes = rows.map(boxesOf);
              return row;
            }
          }
          if (row < rows.length && startsPage(boxes, row)) return row;
        }
        return rows.length;
      };
      /** The rows that stand right behind a head. */
      const begun = new Set<HTMLTableRowElement>();
      for (let from = nextStart(1); from < rows.length; from = nextStart(from + 1)) {
        const start = rows[from];
        if (!start || !mayBegin(start)) continue;
        begun.add(start);
        const starts = foretell({ rows, boxes, mayBegin }, from, height);
        const copies = starts.toReversed().map((start) => showAgain(head, rows[start]));
        boxes = rows.map(boxesOf);
        const wrong = starts.findIndex((start, index) => !isRight(boxes, starts[index - 1], start));
        from = starts.at(wrong === -1 ? -1 : wrong - 1) ?? from;
        if (wrong === -1) continue;
        for (const takeBack of copies.slice(0, starts.length - wrong)) takeBack();
        boxes = rows.map(boxesOf);
      }
    }
  }

  /** A table, and those behind it that were cut off it. */
  function piecesOf(table: HTMLTableElement): readonly HTMLTableElement[] {
    const pieces = [table];
    for (
      let next = table.nextElementSibling;
      next?.matches("table[data-cut]");
      next = next.nextElementSibling
    )
      pieces.push(next as HTMLTableElement);
    return pieces;
  }

  /** Find the first row, from one on, that begins a page where none of the row before it stands. */
  function beginsPage(boxes: readonly (readonly PlacedBox[])[], from: number): number {
    for (let row = from; row < boxes.length; row++) if (startsPage(boxes, row)) return row;
    return boxes.length;
  }

  function startsPage(boxes: readonly (readonly PlacedBox[])[], row: number): boolean {
    return (boxes[row]?.[0]?.page ?? 0) > (boxes[row - 1]?.at(-1)?.page ?? 0);
  }

  /** Foretell which rows begin pages from the one that does for sure, as far as rows are whole and not kept together. */
  function foretell({ rows, boxes, mayBegin }: Foretold, first: number, head: number): readonly number[] {
    const starts = [first];
    let bottom = head;
    for (let row = first; row < rows.length; row++) {
      const [box, more] = boxes[row] ?? [];
      if (!box || more) break;
      const height = box.bottom - box.top;
      if (bottom + height > sheet.column && row > first) {
        if (isKept(rows[row - 1], rows[row]) || !mayBegin(rows[row])) break;
        starts.push(row);
        bottom = head;
      }
      bottom += height;
    }
    return starts;
  }

  /** Say whether what cells from above hold ends before the row. */
  function mayCut(row: HTMLTableRowElement): boolean {
    const range = document.createRange();
    const [own] = row.getClientRects();
    return window.steps.spansInto(row).every(({ cell }) => {
      range.selectNodeContents(cell);
      const last = [...range.getClientRects()].at(-1);
      // Columns stand side by side, each right of the one before it.
      return !own || !last || last.right < own.left || last.bottom <= own.top + 1;
    });
  }

  function isKept(before: Element | undefined, row: Element | undefined): boolean {
    const after = before && getComputedStyle(before).breakAfter;
    return after !== "auto" || (row !== undefined && getComputedStyle(row).breakBefore !== "auto");
  }

  /** Say whether a row that a copy was put before would begin a page without it, and no other has begun one since the start before it. */
  function isRight(
    boxes: readonly (readonly PlacedBox[])[],
    before: number | undefined,
    start: number,
  ): boolean {
    if (before === undefined) return true;
    const [last, own] = [boxes[start - 1]?.at(-1), boxes[start]?.[0]];
    if (!last || !own || beginsPage(boxes, before + 1) !== start) return false;
    return last.bottom + own.bottom - own.top > sheet.column;
  }

  /** Part the rows before one, so that the copy is a head among them, as style sheets know it; returns what undoes it. */
  function showAgain(head: HTMLTableSectionElement, row: HTMLTableRowElement | undefined): () => void {
    const body = row?.parentElement;
    if (!row || !body) return () => {};
    const joinSpans = window.steps.cutSpans(row);
    const rest = body.cloneNode() as HTMLElement;
    rest.removeAttribute("id");
    const range = document.createRange();
    range.setStartBefore(row);
    range.setEndAfter(body.lastChild ?? row);
    rest.append(range.extractContents());
    const copy = window.steps.copyHead(head);
    copy.classList.add("quoin-head-again");
    body.after(copy, rest);
    return () => {
      // The rows before may have been parted since.
      copy.previousElementSibling?.append(...rest.childNodes);
      copy.remove();
      rest.remove();
      joinSpans();
    };
  }
}
