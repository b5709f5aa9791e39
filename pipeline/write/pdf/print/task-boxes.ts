import type { Element, ElementContent } from "hast";
import { visit } from "unist-util-visit";

/**
 * Print the boxes of a task list as signs: as what marks an item in place of its dash, so that it is the item's label in the tags as
 * well; where a number does that, behind the number. On paper nothing can be ticked, and Chromium tags no box of a form.
 */
export function taskBoxes(root: Element): void {
  visit(root, "element", (list) => {
    if (list.tagName !== "ul" && list.tagName !== "ol") return;
    for (const item of list.children) {
      if (item.type !== "element") continue;
      const first = item.children.find(isElement);
      const line = first?.tagName === "p" ? first : item;
      const at = line.children.findIndex(isElement);
      const box = line.children[at];
      if (box?.type !== "element" || box.tagName !== "input") continue;
      const sign = box.properties.checked ? "\u2611" : "\u2610";
      if (list.tagName === "ol") line.children[at] = { type: "text", value: sign };
      else {
        line.children.splice(0, at + 1);
        const [text] = line.children;
        if (text?.type === "text") text.value = text.value.trimStart();
        item.properties.style = `list-style-type: "${sign}\u2002"`;
      }
    }
  });
}

function isElement(node: ElementContent): node is Element {
  return node.type === "element";
}
