import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";
import { hiddenCalls } from "./hidden-calls.js";

/** Report notes that nothing calls: they have no number and so no place in the book. */
export function noteUnused(tree: Root, file: VFile): void {
  const called = new Set(hiddenCalls(tree, file.path).map(({ label }) => label));
  visit(tree, "footnoteReference", (node) => {
    called.add(node.identifier);
  });
  visit(tree, "footnoteDefinition", (node) => {
    if (called.has(node.identifier)) return;
    const reason = `Unexpected note \`${node.label ?? node.identifier}\` that nothing calls; it is left out`;
    file.messages.push(problem("note-unused", reason, { file: file.path, node }));
  });
}
