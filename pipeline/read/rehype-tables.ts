import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";

/** Give header cells their scope, and alignment as a class: `align` is no attribute of HTML any more. */
export function rehypeTables() {
  return (tree: Root): void => {
    visit(tree, "element", (cell: Element, _index, parent) => {
      if (cell.tagName !== "td" && cell.tagName !== "th") return;
      const { align, style, ...rest } = cell.properties;
      const aligned =
        typeof align === "string" ? align : /text-align:\s*(\w+)/.exec(String(style ?? ""))?.[1];
      cell.properties = { ...rest, ...(aligned && { className: [`align-${aligned}`] }) };
      if (cell.tagName === "th" && !cell.properties.scope && parent) cell.properties.scope = "col";
    });
  };
}
