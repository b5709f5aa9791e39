import type { Element, Root } from "hast";
import { raw } from "hast-util-raw";
import type { Raw } from "mdast-util-to-hast";
import type { Node } from "unist";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { placeWithin } from "../check/place-within.js";
import { problem } from "../problem.js";
import { sanitizeRaw } from "./sanitize-raw.js";

/** Parse raw HTML into the tree, reporting at its line whatever is not kept. */
export function rehypeRawSafely() {
  return (tree: Root, file: VFile): Root => {
    let found = false;
    const notes = new Set<string>();
    visit(tree, { type: "element", tagName: "note-definition" }, (node: Element) => {
      notes.add(String(node.properties.label));
    });
    visit(tree, "raw", (node: Raw, index, parent) => {
      const { html, dropped, opens } = sanitizeRaw(node.value, notes);
      // What Markdown parsed between its two tags goes with them.
      const among =
        opens !== undefined && index !== undefined
          ? parent?.children.splice(index + 1, untilEnd(opens, parent.children.slice(index + 1)))
          : undefined;
      const end = (among?.at(-1) ?? node).position?.end;
      for (const { what, index } of dropped) {
        const place = placeWithin(node, index, file.path);
        const at = end ? { file: file.path, span: { start: place, end } } : place;
        file.messages.push(problem("html-dropped", `Unexpected raw HTML: ${what} was dropped`, at));
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

/** How many siblings lie before an element's end, that included; none where it has no end. */
function untilEnd(name: string, siblings: readonly Node[]): number {
  const end = new RegExp(`^</${name}\\s*>$`, "i");
  return siblings.findIndex((node) => node.type === "raw" && end.test((node as Raw).value)) + 1;
}
