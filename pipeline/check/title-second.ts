import type { Root } from "mdast";
import type { VFile } from "vfile";
import { problem } from "../problem.js";

/** Report a second heading of the first level; it is set as one of the second. */
export function titleSecond(tree: Root, file: VFile): void {
  const titles = tree.children.filter((node) => node.type === "heading" && node.depth === 1);
  for (const node of titles.slice(1)) {
    const reason = "Unexpected second # heading in this source; expected ##, or a source of its own";
    file.messages.push(problem("title-second", reason, { file: file.path, node }));
  }
}
