import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";

/**
 * Report calls of notes that the source does not define.
 *
 * Markdown reads `[^x]` without a definition as plain text, so the text nodes' own source is searched: there an escaped
 * `\[^x]` can still be told from a call.
 */
export function noteUndefined(tree: Root, file: VFile): void {
  const source = String(file);
  visit(tree, "text", (node) => {
    const start = node.position?.start;
    if (start?.offset === undefined || !node.value.includes("[^")) return;
    const written = source.slice(start.offset, node.position?.end.offset);
    for (const match of written.matchAll(/(?<!\\)\[\^([^\]\s]+)\]/g)) {
      const before = written.slice(0, match.index).split("\n");
      const last = (before.at(-1)?.length ?? 0) + 1;
      const place = {
        file: file.path,
        line: start.line + before.length - 1,
        column: before.length === 1 ? start.column + last - 1 : last,
      };
      file.messages.push(
        problem(
          "note-undefined",
          `Unexpected note call \`${match[0]}\` without a note; expected \`${match[0]}: …\``,
          place,
        ),
      );
    }
  });
}
