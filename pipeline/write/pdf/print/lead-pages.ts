import type { Element } from "hast";
import { addClass } from "./mark-paragraphs.js";

const heading = /^h[2-6]$/;

/**
 * Let the headings directly before a piece on a page of its own (`size-page`) begin that page (`opens-page`), and the piece stand below
 * them (`led`): a heading alone at the end of a page leads to nothing. The title of a chapter stays on its own page.
 */
export function leadPages(root: Element): void {
  walk(root, []);

  /** `before` has the headings that directly precede the element, the elements that they begin first. */
  function walk(element: Element, before: readonly Element[]): void {
    let leading = before;
    element.children.forEach((child) => {
      if (child.type !== "element") return;
      const isPiece = hasClass(child, "size-page");
      const [first] = leading;
      if (isPiece && first) {
        addClass(first, "opens-page");
        addClass(child, "led");
      }
      // A heading that begins a section begins it whole.
      if (child.tagName === "section") walk(child, beginsWithHeading(child) ? [...leading, child] : []);
      leading = heading.test(child.tagName) ? (leading.length > 0 ? leading : [child]) : [];
    });
  }
}

function beginsWithHeading({ children }: Element): boolean {
  const first = children.find((child) => child.type === "element");
  return first?.type === "element" && heading.test(first.tagName);
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}
