import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";

/** Report a block of code without an end: Markdown lets it swallow the rest of its source, or of the block around it. */
export function codeUnclosed(tree: Root, file: VFile): void {
  const source = String(file);
  visit(tree, "code", (node) => {
    const lines = source
      .slice(node.position?.start.offset, node.position?.end.offset)
      .trimEnd()
      .split(/\r\n?|\n/);
    const [fence] = /^(?:`{3,}|~{3,})/.exec(lines[0] ?? "") ?? [];
    if (!fence) return;
    const last = (lines.length > 1 ? (lines.at(-1) ?? "") : "").replace(/^[\s>]+/, "").trimEnd();
    if (last.startsWith(fence) && last === fence[0]?.repeat(last.length)) return;
    const reason = `Unexpected end of a block of code; expected the line ${fence} behind it`;
    file.messages.push(problem("code-unclosed", reason, { file: file.path, node }));
  });
}
