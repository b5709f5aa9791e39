import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { h } from "hastscript";
import { SKIP, visit } from "unist-util-visit";

/**
 * Let wide tables scroll instead of shrinking, in place: each stands in a `div.table` that keys can reach, and that says
 * the table's caption when they do.
 */
export function frameTables(tree: Root): void {
  visit(tree, "element", (table, index, parent) => {
    if (table.tagName !== "table" || !parent || index === undefined) return undefined;
    const frame = isFrame(parent) ? parent : h("div.table", table);
    parent.children[index] = frame === parent ? table : frame;
    const caption = table.children.find((child) => child.type === "element" && child.tagName === "caption");
    Object.assign(frame.properties, {
      tabIndex: 0,
      ...(caption && { role: "group", ariaLabel: spoken(caption) }),
    });
    return SKIP;
  });
}

function isFrame(node: Root | Element): node is Element {
  return node.type === "element" && [node.properties.className].flat().includes("table");
}

function spoken(caption: Element["children"][number]): string {
  return textOf(caption).replace(/\s+/g, " ").trim();
}
