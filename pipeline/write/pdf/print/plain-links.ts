import type { Element } from "hast";
import { visit } from "unist-util-visit";

/**
 * Take the DPUB-ARIA roles off links (Chromium tags such a link as NonStruct, and its annotation goes unread), and give
 * returns to a later call of a note an arrow that the text faces have.
 */
export function plainLinks(root: Element): void {
  visit(root, "element", (element) => {
    if (element.tagName !== "a") return;
    if (/^doc-/.test(String(element.properties.role ?? ""))) delete element.properties.role;
    const className = element.properties.className;
    if (!Array.isArray(className) || !className.includes("note-return")) return;
    for (const child of element.children) {
      if (child.type === "text") child.value = child.value.replace("\u21A9", "\u2191");
    }
  });
}
