import type { PhrasingContent, RootContent } from "mdast";
import { table as tableNode } from "../structure/blocks.js";
import { captioned } from "./caption.js";
import { type Draft, originOf } from "./draft.js";
import type { Block, Cell, Table } from "./model.js";
import { plainOf, type Read, readParagraph, settle } from "./paragraphs.js";

/** Make a table, with the caption that stands by it; cells over several columns or rows keep their words in the first. */
export function tableOf(table: Table, draft: Draft, caption: Read | undefined): RootContent[] {
  const reads: Read[] = [];
  const grid: PhrasingContent[][][] = table.children.map(() => []);
  let spans = false;
  for (const [r, row] of table.children.entries()) {
    let c = 0;
    for (const cell of row.children) {
      while (grid[r]?.[c]) c++;
      const content = cellOf(cell, draft, reads);
      if (cell.colSpan > 1 || cell.rowSpan > 1) spans = true;
      for (let down = 0; down < Math.min(cell.rowSpan, grid.length - r); down++)
        for (let across = 0; across < Math.min(cell.colSpan, 60); across++) {
          const line = grid[r + down];
          if (line) line[c + across] = down + across === 0 ? content : [];
        }
      c += cell.colSpan;
    }
  }
  const rows = grid.filter((row) => row.some((cell) => cell.length > 0));
  const [first] = reads;
  if (rows.length === 0 || !first) return caption ? [plainOf(caption, draft)] : [];
  const node = tableNode(rows.map((row) => Array.from(row, (cell) => cell ?? [])));
  const made = caption ? captioned("table", node, caption, draft) : node;
  for (const read of reads) settle(made, read, draft);
  const from = originOf(draft.file, first.spot);
  if (!table.children[0]?.isHeader)
    draft.findings.push({
      rule: "import-table-header-guessed",
      reason: "A table marks no row as its head; its first row became one",
      from,
      to: { node: made },
    });
  if (spans)
    draft.findings.push({
      rule: "import-table-spans",
      reason:
        "A table has cells over several columns or rows; their words stand in the first, the others are empty",
      from,
      to: { node: made },
    });
  return [made];
}

/** The paragraphs of a cell in one line, with breaks between them: Markdown's cells have no more. */
function cellOf({ children }: Cell, draft: Draft, reads: Read[]): PhrasingContent[] {
  const lines = textsOf(children).flatMap((block) => {
    const read = readParagraph(block, draft);
    if (!read || read.children.length === 0) return [];
    reads.push(read);
    return [read.children.map((node): PhrasingContent => (node.type === "break" ? lineBreak() : node))];
  });
  return lines.flatMap((line, i) => (i === 0 ? line : [lineBreak(), ...line]));
}

function textsOf(blocks: readonly Block[]): readonly Extract<Block, { type: "paragraph" }>[] {
  return blocks.flatMap((block) => {
    if (block.type === "paragraph") return [block];
    // A table in a table is read row by row.
    if (block.type === "table")
      return block.children.flatMap((row) => row.children.flatMap((cell) => textsOf(cell.children)));
    return [];
  });
}

function lineBreak(): PhrasingContent {
  return { type: "html", value: "<br>", data: { printed: "\n" } };
}
