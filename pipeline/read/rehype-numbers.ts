import type { Element, ElementContent, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { numberIn, type WrittenNumber } from "./number-in.js";

/**
 * Align columns of numbers on the decimal mark of their language: to the right, with what a number lacks behind its units in
 * `data-decimals`, which style sheets set unseen behind it. Where the author aligned a column otherwise, it stays.
 */
export function rehypeNumbers(options: { language: string }) {
  return (tree: Root): void => visitTables(tree.children, options.language);
}

function visitTables(nodes: Root["children"], language: string): void {
  for (const node of nodes) {
    if (node.type !== "element") continue;
    const own = typeof node.properties.lang === "string" ? node.properties.lang : language;
    if (node.tagName === "table") alignNumbers(node, own);
    visitTables(node.children, own);
  }
}

/** What a cell holds where nothing is known, or nothing is there. */
const nothing = /^(?:[-–—−.·…]*|n\/?a\.?)$/i;
const inline = /^(?:abbr|b|del|em|i|note-call|small|span|strong|sub|sup)$/;

function alignNumbers(table: Element, language: string): void {
  const rows = (name: string) => named(table.children, name).flatMap((part) => named(part.children, "tr"));
  const head = rows("thead").map(cellsOf);
  const body = rows("tbody").map(cellsOf);
  const all = [...head, ...body].flat();
  const isPlain = all.every(
    ({ properties, children }) =>
      !properties.colSpan &&
      !properties.rowSpan &&
      children.every((child) => child.type !== "element" || inline.test(child.tagName)),
  );
  if (!isPlain) return;
  // The first column says what its rows are.
  for (let index = 1; index < (body[0]?.length ?? 0); index++) {
    const cells = column(body, index);
    const numbers = cells.map((cell) => numberIn(textOf(cell), language));
    const isNumeric = cells.every((cell, i) => numbers[i] ?? nothing.test(textOf(cell).trim()));
    const written = numbers.filter((number) => number !== undefined);
    if (!isNumeric || written.length < 2 || new Set(written.map(({ unit }) => unit)).size > 1) continue;
    const aligned = cells.some(({ properties }) => properties.className !== undefined);
    const isRight = cells.every((cell) => classOf(cell) === "align-right");
    if (aligned ? !isRight : written.every(isYear)) continue;
    const places = Math.max(...written.map(({ decimals }) => decimals));
    for (const cell of [...column(head, index), ...cells]) cell.properties.className ??= ["align-right"];
    cells.forEach((cell, i) => {
      const number = numbers[i];
      if (!number || number.decimals === places) return;
      const mark = number.decimals === 0 ? number.mark : "";
      cell.properties.dataDecimals = mark + "0".repeat(places - number.decimals);
    });
  }
}

/** A year is a name, too: a column of them has no decimals to align. */
function isYear({ digits, decimals, unit }: WrittenNumber): boolean {
  return decimals === 0 && unit === "" && /^(?:1\d|20)\d\d$/.test(digits);
}

function classOf({ properties }: Element): string {
  return [properties.className].flat().join(" ");
}

function column(rows: readonly (readonly Element[])[], index: number): readonly Element[] {
  return rows.flatMap((row) => row[index] ?? []);
}

function cellsOf(row: Element): readonly Element[] {
  return row.children.filter((cell): cell is Element => cell.type === "element");
}

function named(nodes: readonly ElementContent[], name: string): readonly Element[] {
  return nodes.filter((node): node is Element => node.type === "element" && node.tagName === name);
}
