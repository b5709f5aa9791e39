import type { Root } from "mdast";
import type {} from "mdast-util-math";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";

/** Report a `$$` block without an end: Markdown lets it swallow the rest of its source. */
export function formulaUnclosed(tree: Root, file: VFile): void {
  visit(tree, "math", (node) => {
    const lines = String(file)
      .slice(node.position?.start.offset, node.position?.end.offset)
      .split(/\r\n?|\n/);
    if (lines.length > 1 && /\${2,}\s*$/.test(lines.at(-1) ?? "")) return;
    const reason = "Unexpected end of source inside a formula; expected a line `$$`";
    file.messages.push(problem("formula-unclosed", reason, { file: file.path, node }));
  });
}
