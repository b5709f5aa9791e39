import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";

/** Report container directives without an end: Markdown lets them swallow the rest of their source. */
export function directiveUnclosed(tree: Root, file: VFile): void {
  const source = String(file);
  visit(tree, "containerDirective", (node) => {
    const end = node.position?.end.offset;
    const start = node.position?.start.offset;
    if (start === undefined || end === undefined) return;
    const lines = source.slice(start, end).split("\n");
    const fence = /^:+/.exec(lines[0] ?? "")?.[0].length ?? 3;
    const last = (lines.length > 1 ? (lines.at(-1) ?? "") : "").replace(/^[\s>]+/, "").trimEnd();
    if (/^:+$/.test(last) && last.length >= fence) return;
    const reason = `Unexpected end of source inside \`:::${node.name}\`; expected a line \`${":".repeat(fence)}\``;
    file.messages.push(problem("directive-unclosed", reason, { file: file.path, node }));
  });
  visit(tree, "paragraph", (node) => {
    const [only] = node.children;
    if (node.children.length !== 1 || only?.type !== "text" || !/^:{3,}$/.test(only.value.trim())) return;
    const reason = "Unexpected end of a directive that is not open; expected `:::name` before it";
    file.messages.push(problem("directive-unclosed", reason, { file: file.path, node }));
  });
}
