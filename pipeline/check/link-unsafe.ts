import type { Definition, Link, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { outwardUrl, schemeOf } from "../outward-url.js";
import { problem } from "../problem.js";

/** Report links by schemes that no reader should follow: `javascript:`, `file:`, `data:`. */
export function linkUnsafe(tree: Root, file: VFile): void {
  visit(tree, ["link", "definition"], (node) => {
    const { url } = node as Link | Definition;
    const scheme = schemeOf(url);
    if (scheme === undefined || outwardUrl(url) !== undefined) return;
    const reason = `Unexpected link by \`${scheme}:\`; expected http, https, mailto or a place in the publication`;
    file.messages.push(problem("link-unsafe", reason, { file: file.path, node }));
  });
}
