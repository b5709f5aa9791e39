import type { Definition, Link, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";

/** Report links by schemes that no reader should follow: `javascript:`, `file:`, `data:`. */
export function linkUnsafe(tree: Root, file: VFile): void {
  visit(tree, ["link", "definition"], (node) => {
    const { url } = node as Link | Definition;
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
    if (!scheme || ["http", "https", "mailto", "tel", "doi", "urn"].includes(scheme)) return;
    const reason = `Unexpected link by \`${scheme}:\`; expected http, https, mailto or a place in the publication`;
    file.messages.push(problem("link-unsafe", reason, { file: file.path, node }));
  });
}
