import type { Definition, Link, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";
import { spanOf } from "./span-of.js";

const host = /^https?:\/\/(?:dx\.|www\.)?doi\.org\//i;
const doi = /^10\.\d{4,9}(?:\.\d+)*\/\S*[^\s.,;]$/;

/** Report links to doi.org whose path is no DOI. */
export function doiMalformed(tree: Root, file: VFile): void {
  visit(tree, ["link", "definition"], (node) => {
    const { url } = node as Link | Definition;
    const prefix = host.exec(url)?.[0] ?? /^doi:/i.exec(url)?.[0];
    if (!prefix || doi.test(decode(url.slice(prefix.length)))) return;
    const meant = decode(url)
      .replace(/^(?:\s*(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|\s*doi:\s*)+/i, "")
      .replace(/[\s.,;]+$/, "");
    const instead = doi.test(meant) ? `https://doi.org/${meant}` : undefined;
    const reason = `Unexpected address of a DOI: ${url}; expected ${instead ?? "https://doi.org/10.1234/…"}`;
    const span = instead && spanOf(node, url, String(file));
    const at = span ? { span, instead } : { node };
    file.messages.push(problem("doi-malformed", reason, { file: file.path, ...at }));
  });
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
