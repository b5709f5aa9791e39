import type { CellEnd } from "./shared.js";

/**
 * Cut a row of a table into rows that follow one another without a seam; returns all but the first, which is the row itself. Runs in the page.
 *
 * What is cut in two stands as it would on two pages: nothing above or below the cut, no sign of a list twice.
 */
export function cutRow(
  row: HTMLTableRowElement,
  ends: readonly (readonly CellEnd[])[],
): readonly HTMLTableRowElement[] {
  // From the end on: where the ones before are to be cut is in what stays.
  const further = ends.toReversed().map((own) => {
    const rest = row.cloneNode() as HTMLTableRowElement;
    rest.removeAttribute("id");
    [...row.cells].forEach((cell, index) => {
      const copy = cell.cloneNode() as HTMLElement;
      copy.removeAttribute("id");
      const end = own[index];
      if (end) copy.append(cutOff(cell, end));
      Object.assign(copy.style, { paddingTop: "0", verticalAlign: "top" });
      // Chromium lines up no cells of a row that goes on: lined up, the piece would be higher than the row is on its page.
      Object.assign(cell.style, { paddingBottom: "0", verticalAlign: "top" });
      rest.append(copy);
    });
    row.after(rest);
    return rest;
  });
  return further.toReversed();

  function cutOff(cell: Element, [node, offset]: NonNullable<CellEnd>): DocumentFragment {
    const parted: HTMLElement[] = [];
    for (
      let around = node instanceof HTMLElement ? node : node.parentElement;
      around && around !== cell;
      around = around.parentElement
    )
      parted.unshift(around);
    const range = document.createRange();
    range.setStart(node, offset);
    range.setEnd(cell, cell.childNodes.length);
    const rest = range.extractContents();
    let copy = rest.firstElementChild;
    for (const [depth, element] of parted.entries()) {
      if (copy instanceof HTMLElement) goOn(element, copy, parted[depth + 1]);
      copy = copy?.firstElementChild ?? null;
    }
    return rest;
  }

  /** Make an element and its copy, which holds what comes behind the cut, stand as one; `inner` is what of its children is cut as well. */
  function goOn(element: HTMLElement, copy: HTMLElement, inner: Element | undefined): void {
    copy.removeAttribute("id");
    Object.assign(element.style, { paddingBottom: "0", marginBottom: "0", borderBottomStyle: "none" });
    Object.assign(copy.style, { paddingTop: "0", marginTop: "0", borderTopStyle: "none", textIndent: "0" });
    if (copy.localName === "li") copy.style.listStyle = "none";
    if (element instanceof HTMLOListElement && copy instanceof HTMLOListElement)
      copy.start = element.start + element.children.length - (inner ? 1 : 0);
  }
}
