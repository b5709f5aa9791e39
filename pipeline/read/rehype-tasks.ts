import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";

/** Name the box of each item of a task list after what is to be done: who hears it alone must know what is done, or is not. */
export function rehypeTasks() {
  return (tree: Root): void => {
    visit(tree, { tagName: "li" }, (item: Element) => {
      const line = firstLine(item);
      const box = line.children.find((child) => child.type === "element");
      if (box?.tagName !== "input") return;
      const own = line.children.filter((child) => child.type !== "element" || !/^[uo]l$/.test(child.tagName));
      box.properties.ariaLabel = own.map(textOf).join("").replace(/\s+/g, " ").trim();
    });
  };
}

/** What an item's text stands in: the item, or its first paragraph. */
function firstLine(item: Element): Element {
  const first = item.children.find((child) => child.type === "element");
  return first?.tagName === "p" ? first : item;
}
