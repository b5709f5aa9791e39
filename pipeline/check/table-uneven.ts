import type { Root, Text } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";
import { placeWithin } from "./place-within.js";

/** The line below a table's head, with a bar in it. */
const below = /^[ \t]*(?=[^\n]*\|)\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/m;

/** Report rows of a table with more cells than its head, which GFM drops (4.10), and heads that the line below does not fit: no table. */
export function tableUneven(tree: Root, file: VFile): void {
  visit(tree, "table", ({ children: [head, ...rows] }) => {
    const expected = head?.children.length ?? 0;
    for (const row of rows) {
      const node = row.children[expected];
      if (!node) continue;
      const reason = `Unexpected ${row.children.length} cells in a row of a table with ${expected}; expected a bar within a cell as \`\\|\``;
      file.messages.push(problem("table-uneven", reason, { file: file.path, node }));
    }
  });
  visit(tree, "text", (node: Text) => {
    if (!node.value.includes("|")) return;
    const match = below.exec(node.value);
    if (!match) return;
    const reason = `Unexpected line of a table \`${match[0].trim()}\` outside of one; expected as many cells as in the line above it`;
    file.messages.push(problem("table-uneven", reason, placeWithin(node, match.index, file.path)));
  });
}
