import type { FootnoteDefinition, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";

/** Report notes that are defined more than once in a source; Markdown would keep the first and drop the others. */
export function noteDuplicate(tree: Root, file: VFile): void {
  const first = new Map<string, FootnoteDefinition>();
  visit(tree, "footnoteDefinition", (node) => {
    const earlier = first.get(node.identifier);
    if (!earlier) {
      first.set(node.identifier, node);
      return;
    }
    const reason = `Unexpected second note \`${node.label ?? node.identifier}\`; it is defined at line ${earlier.position?.start.line}`;
    file.messages.push(problem("note-duplicate", reason, { file: file.path, node }));
  });
}
