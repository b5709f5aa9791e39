import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import { isAddress } from "./rehype-typography.js";

/** Mark links that show their own address, which break and hyphenate in a way of their own. */
export function rehypeLinks() {
  return (tree: Root): void => {
    visit(tree, { type: "element", tagName: "a" }, (link: Element) => {
      if (isAddress(link)) link.properties.className = ["url"];
    });
  };
}
