import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { sourceData } from "../problem.js";

/** Write on every element which source it came from. */
export function rehypeSource() {
  return (tree: Root, file: VFile): void => {
    visit(tree, "element", (node: Element) => {
      if (node.position) node.data = { ...node.data, ...sourceData(file.path) };
    });
  };
}
