import type { Root } from "hast";
import { raw } from "hast-util-raw";
import type { Raw } from "mdast-util-to-hast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";
import { sanitizeRaw } from "./sanitize-raw.js";

/** Parse raw HTML into the tree, reporting at its line whatever is not kept. */
export function rehypeRawSafely() {
  return (tree: Root, file: VFile): Root => {
    let found = false;
    visit(tree, "raw", (node: Raw) => {
      const { html, dropped } = sanitizeRaw(node.value);
      for (const { what, index } of dropped) {
        const place = placeWithin(node, index, file.path);
        file.messages.push(problem("html-dropped", `Unexpected raw HTML: ${what} was dropped`, place));
      }
      node.value = html;
      found = true;
    });
    // Without raw HTML the tree is good already, and parsing it once more costs as much as all the rest.
    if (!found) return tree;
    // The file is what makes it keep positions.
    const parsed = raw(tree, { file }) as Root;
    visit(parsed, "comment", (_, index, parent) => {
      parent?.children.splice(index ?? 0, 1);
      return index;
    });
    return parsed;
  };
}

function placeWithin(node: Raw, index: number, file: string) {
  const start = node.position?.start ?? { line: 1, column: 1 };
  const before = node.value.slice(0, index).split("\n");
  const last = before.at(-1)?.length ?? 0;
  return before.length === 1
    ? { file, line: start.line, column: start.column + last }
    : { file, line: start.line + before.length - 1, column: last + 1 };
}
