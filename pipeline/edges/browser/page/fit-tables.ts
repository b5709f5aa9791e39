import type {} from "./shared.js";

/**
 * Make tables fit that otherwise would not: a row taller than a page is parted into rows that follow one another without a seam, for
 * Paged.js breaks no row. Where a head and every row fit on a page, the head may be repeated (`data-repeat-head`), and columns keep
 * their widths over pages.
 *
 * Runs in the page, after `prepare`, whose names of elements are extended where one is cut in two: `q12`, `q12_1`, `q12_2`; the document
 * is as wide as its pages, whose text areas are of that height.
 */
export function fitTables(height: number): void {
  const tables = [...document.body.querySelectorAll("table")];
  // All reading before all writing: each change would make the next measurement lay out the document again.
  for (const { table, tooTall, heads, mayRepeat } of tables.map(look)) {
    if (mayRepeat) {
      table.dataset.repeatHead = "";
      hold(heads);
    }
    if (tooTall.length === 0) continue;
    holdWidths(table);
    for (const row of tooTall) divide(row);
  }

  /** See which rows of a table are to be parted, and whether its head may be repeated: it leaves pages most of their height. */
  function look(table: HTMLTableElement) {
    const cells = [...table.querySelectorAll<HTMLTableCellElement>("td, th")];
    const hasSpans = cells.some(({ rowSpan, colSpan }) => rowSpan > 1 || colSpan > 1);
    const head = table.tHead?.offsetHeight ?? 0;
    const isLow = head > 0 && head <= height / 4;
    // What is below the head may be rounded up to a line.
    const room = isLow ? height - head - 18 : height;
    const tooTall = hasSpans ? [] : [...table.rows].filter((row) => row.offsetHeight > room);
    const mayRepeat = isLow && (!hasSpans || cells.every((cell) => cell.offsetHeight <= room));
    const first = mayRepeat ? [...(table.tHead?.rows ?? [])].flatMap((row) => [...row.cells]) : [];
    const heads = first
      .filter(({ colSpan }) => colSpan === 1)
      .map((cell) => ({ cell, width: cell.getBoundingClientRect().width }));
    return { table, tooTall, heads, mayRepeat };
  }

  function hold(cells: readonly { readonly cell: HTMLElement; readonly width: number }[]): void {
    for (const { cell, width } of cells)
      Object.assign(cell.style, { boxSizing: "border-box", width: `${width}px` });
  }

  /** Rows that are parted keep the columns that their whole had, on whichever page they come first. */
  function holdWidths(table: HTMLTableElement): void {
    const cells = [...table.rows].flatMap((row) =>
      [...row.cells].map((cell) => ({ cell, width: cell.getBoundingClientRect().width })),
    );
    hold(cells);
    table.style.tableLayout = "fixed";
  }

  function divide(row: HTMLTableRowElement): void {
    // Small pieces fill pages best.
    const cells = [...row.cells].map((cell) => ({ cell, cuts: cutsOf(cell, height / 8) }));
    const last = Math.max(...cells.map(({ cuts }) => cuts.length));
    const known = new Set<string>();
    const pieces = Array.from({ length: last + 1 }, (_, index) => {
      const piece = row.cloneNode() as HTMLTableRowElement;
      for (const { cell, cuts } of cells) {
        const range = document.createRange();
        range.selectNodeContents(cell);
        const [from, to] = [cuts[index - 1], cuts[index]];
        if (from) range.setStart(...from);
        if (to) range.setEnd(...to);
        if (index > cuts.length) range.collapse();
        const clone = cell.cloneNode() as HTMLTableCellElement;
        if (index > 0) clone.style.paddingTop = "0";
        if (index < last) clone.style.paddingBottom = "0";
        clone.append(copyOf(range, cell));
        piece.append(clone);
      }
      for (const element of [piece, ...piece.querySelectorAll<HTMLElement>("[data-ref]")]) rename(element);
      return piece;

      function rename(element: HTMLElement): void {
        const { ref = "" } = element.dataset;
        if (known.has(ref)) {
          element.removeAttribute("id");
          Object.assign(element.dataset, { ref: `${ref}_${index}`, splitFrom: ref });
        } else known.add(ref);
      }
    });
    row.replaceWith(...pieces);
  }

  /** Copy what is in a range with all that is around it in the cell. */
  function copyOf(range: Range, cell: Element): Node {
    let copy: Node = range.cloneContents();
    const common = range.commonAncestorContainer;
    let around = common instanceof Element ? common : common.parentElement;
    for (; around && around !== cell; around = around.parentElement) {
      const wrapper = around.cloneNode();
      wrapper.appendChild(copy);
      copy = wrapper;
    }
    return copy;
  }

  /** Find where those lines of a cell begin with which a piece of the given height is full. */
  function cutsOf(cell: HTMLTableCellElement, piece: number): (readonly [node: Node, offset: number])[] {
    const cuts: (readonly [Node, number])[] = [];
    const range = document.createRange();
    const { top } = cell.getBoundingClientRect();
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      for (const word of node.data.matchAll(/\S+/g)) {
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const [box] = range.getClientRects();
        if (box && box.top - top > piece * (cuts.length + 1)) cuts.push(placeBefore(node, word.index, cell));
      }
    }
    return cuts;
  }

  /** An element that begins with the word is not cut in two. */
  function placeBefore(text: Text, offset: number, cell: Element): readonly [Node, number] {
    if (text.data.slice(0, offset).trim() !== "") return [text, offset];
    let node: ChildNode = text;
    while (!node.previousSibling && node.parentElement && node.parentElement !== cell)
      node = node.parentElement;
    const around = node.parentNode ?? cell;
    return [around, [...around.childNodes].indexOf(node)];
  }
}
