import type { WrittenBlock, WrittenLine } from "../written-blocks.js";
import type { FindSlips, Slip } from "./slip.js";

/** The line below a table's head; where it is there and does not fit, that is `table-uneven`. */
const below = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;

/** Find rows of a table without the line below their head, or behind an empty line: neither is a table (GFM 0.29, 4.10). */
export const rows: FindSlips = (block) => {
  const { node, lines } = block;
  if (node.type !== "paragraph" || lines.some(({ text }) => text.includes("|") && below.test(text)))
    return [];
  const from = lines.findIndex(isRow);
  const first = lines[from];
  if (first && from === 0 && isBehindTable(block)) {
    const reason =
      "Unexpected row of a table behind an empty line, which is set as text; expected it right below the table";
    return [{ index: first.index, reason }];
  }
  const run =
    first && isRow(lines[from + 1]) ? first : lines.length > 1 && isGrid(lines) ? lines[0] : undefined;
  return run ? [slipAt(run)] : [];
};

function slipAt({ text, index }: WrittenLine): Slip {
  const line = `|${"---|".repeat(cellsIn(text))}`;
  const reason = `Unexpected rows of a table without a line below their head, which are set as text; expected \`${line}\` below the first of them`;
  return { index, reason };
}

/** `| one | two |`. */
function isRow(line: WrittenLine | undefined): boolean {
  return /^\|.*[^\\]\|$/.test(line?.text ?? "") && cellsIn(line?.text ?? "") > 1;
}

/** Every line has bars within, and as many as the others. */
function isGrid(lines: readonly WrittenLine[]): boolean {
  const cells = lines.map(({ text }) => (/\S[ \t]+\|[ \t]+\S/.test(text) ? cellsIn(text) : 1));
  return (cells[0] ?? 1) > 1 && cells.every((count) => count === cells[0]);
}

function cellsIn(text: string): number {
  return text.replace(/^\||(?<!\\)\|$/g, "").split(/(?<!\\)\|/).length;
}

function isBehindTable({ node, parent }: WrittenBlock): boolean {
  const siblings: readonly unknown[] = parent?.children ?? [];
  return parent?.children[siblings.indexOf(node) - 1]?.type === "table";
}
