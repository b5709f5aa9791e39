import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";
import { placeWithin } from "./place-within.js";

/** Report container directives without an end: Markdown lets them swallow the rest of their source. */
export function directiveUnclosed(tree: Root, file: VFile): void {
  const source = String(file);
  visit(tree, "containerDirective", (node) => {
    const end = node.position?.end.offset;
    const start = node.position?.start.offset;
    if (start === undefined || end === undefined) return;
    const lines = source.slice(start, end).split(/\r\n?|\n/);
    const fence = /^:+/.exec(lines[0] ?? "")?.[0].length ?? 3;
    const last = (lines.length > 1 ? (lines.at(-1) ?? "") : "").replace(/^[\s>]+/, "").trimEnd();
    if (/^:+$/.test(last) && last.length >= fence) return;
    const reason = `Unexpected end of source inside \`:::${node.name}\`; expected a line \`${":".repeat(fence)}\``;
    file.messages.push(problem("directive-unclosed", reason, { file: file.path, node }));
  });
  visit(tree, "paragraph", (node) => {
    for (const [i, child] of node.children.entries()) {
      if (child.type !== "text") continue;
      const written = source.slice(child.position?.start.offset, child.position?.end.offset);
      const match = (i === 0 ? /^[ \t>]*(:{3,}[^\r\n]*)/m : /[\r\n][ \t>]*(:{3,}[^\r\n]*)/).exec(written);
      if (!match) continue;
      const line = match[1]?.trim() ?? "";
      const index = match.index + match[0].indexOf(":::");
      const place = placeWithin({ ...child, value: written }, index, file.path);
      if (/^:+$/.test(line)) {
        const reason = "Unexpected end of a directive that is not open; expected `:::name` before it";
        file.messages.push(problem("directive-unclosed", reason, place));
      } else {
        const reason = `Unexpected \`${line}\`, which is no directive; expected \`:::name[words]{attribute="…"}\`, without a space, and no quotes within quotes`;
        file.messages.push(problem("directive-unknown", reason, place));
      }
      return;
    }
  });
}
