import type { Definition, Link, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";

/** Report links whose address is empty: `[words]()`. */
export function linkEmpty(tree: Root, file: VFile): void {
  visit(tree, ["link", "definition"], (node) => {
    if (!["", "#"].includes((node as Link | Definition).url)) return;
    const reason = "Unexpected link that leads nowhere; expected `[words](https://…)` or `[words](#id)`";
    file.messages.push(problem("link-empty", reason, { file: file.path, node }));
  });
}
