import type { Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";

/** Report headings without words. */
export function headingEmpty(tree: Root, file: VFile): void {
  visit(tree, "heading", (node) => {
    if (
      textOf(node)
        .replace(/\{#[^\s}]+\}\s*$/, "")
        .trim() !== ""
    )
      return;
    file.messages.push(
      problem("heading-empty", "Unexpected heading without words", { file: file.path, node }),
    );
  });
}
