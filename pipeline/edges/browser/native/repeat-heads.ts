import type { ColumnPart, Sheet } from "./shared.js";

/**
 * Show the head of a table again on every page that the table goes on to, where that leaves the page most of its height. It is a copy to
 * be seen and nothing else. Runs in the page, after all that moves what stands before a table.
 */
export function repeatHeads(parts: readonly ColumnPart[], sheet: Sheet): void {
  for (const part of parts) {
    const place = window.steps.locate(part, sheet);
    const pageOf = (row: Element, end: "first" | "last") => {
      const box = [...row.getClientRects()].at(end === "first" ? 0 : -1);
      return box ? place(box).page : 0;
    };
    for (const table of part.section.querySelectorAll("table")) {
      const head = table.tHead;
      const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
      const isPlain = rows.every((row) => [...row.cells].every(({ rowSpan }) => rowSpan === 1));
      if (!head || !isPlain || head.getClientRects().length !== 1) continue;
      if (head.offsetHeight > sheet.column / 4) continue;
      rows.forEach((row, index) => {
        const before = rows[index - 1];
        if (before && pageOf(row, "first") > pageOf(before, "last")) showAgain(head, row);
      });
    }
  }

  /** Part the rows before one, so that the copy is a head among them, as style sheets know it. */
  function showAgain(head: HTMLTableSectionElement, row: HTMLTableRowElement): void {
    const body = row.parentElement;
    if (!body) return;
    const rest = body.cloneNode() as HTMLElement;
    rest.removeAttribute("id");
    for (let next: Element | null = row; next; ) {
      const following: Element | null = next.nextElementSibling;
      rest.append(next);
      next = following;
    }
    const copy = window.steps.copyHead(head);
    copy.classList.add("quoin-head-again");
    body.after(copy, rest);
  }
}
