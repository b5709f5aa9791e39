import type { Element } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { addClass } from "./mark-paragraphs.js";

/** Characters that may be one line of a page, or of notes, which are smaller. */
const line = 90;

const headings = new Set(["h2", "h3", "h4", "h5", "h6"]);

/**
 * Keep what may be a single line below a heading with what follows it (`kept`): a heading above one line, at the foot of a page,
 * looks lost. CSS knows no lengths.
 */
export function keepShortStarts(root: Element): void {
  visit(root, "element", ({ children }) => {
    const elements = children.filter((child) => child.type === "element");
    for (const [index, { tagName }] of elements.entries()) {
      const first = headings.has(tagName) ? firstLine(elements[index + 1]) : undefined;
      if (first && textOf(first).replaceAll("\u00AD", "").length <= line) addClass(first, "kept");
    }
  });
}

/** The paragraph, or the item of a list, with which what follows a heading begins. */
function firstLine(element: Element | undefined): Element | undefined {
  if (element?.tagName === "p" || element?.tagName === "li") return element;
  if (element?.tagName !== "ol" && element?.tagName !== "ul") return undefined;
  return firstLine(element.children.find((child) => child.type === "element"));
}
