/**
 * Cut a table before a row, into two tables that follow one another without a seam; returns the second, which says so (`data-cut`). Runs in the
 * page.
 */
export function cutTable(
  table: HTMLTableElement,
  row: HTMLTableRowElement | undefined,
): HTMLTableElement | undefined {
  const section = row?.parentElement;
  if (!row || !section) return undefined;
  const rest = table.cloneNode() as HTMLTableElement;
  rest.removeAttribute("id");
  rest.dataset.cut = "";
  const columns = table.querySelector(":scope > colgroup")?.cloneNode(true);
  if (columns) rest.append(columns);
  const range = document.createRange();
  // A section that the row begins goes on whole; of any other the rest gets a copy.
  const isFirst = section.firstElementChild === row;
  range.setStartBefore(isFirst ? section : row);
  range.setEndAfter(table.lastChild ?? section);
  rest.append(range.extractContents());
  if (!isFirst) rest.querySelector(":scope > :is(tbody, tfoot)")?.removeAttribute("id");
  Object.assign(rest.style, { marginTop: "0", borderTopStyle: "none" });
  Object.assign(table.style, { marginBottom: "0", borderBottomStyle: "none" });
  table.after(rest);
  return rest;
}
