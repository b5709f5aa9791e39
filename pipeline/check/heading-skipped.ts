import type { Root } from "mdast";
import type { VFile } from "vfile";
import { problem } from "../problem.js";

/** Report headings that skip a level: readers who hear the book lose the thread. */
export function headingSkipped(tree: Root, file: VFile): void {
  let last = 1;
  for (const node of tree.children) {
    if (node.type !== "heading") continue;
    if (node.depth > last + 1) {
      const reason = `Unexpected heading of level ${node.depth} below level ${last}; expected level ${last + 1}`;
      file.messages.push(problem("heading-skipped", reason, { file: file.path, node }));
    }
    last = node.depth;
  }
}
