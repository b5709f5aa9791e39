import type { Element, ElementContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";

/**
 * Mark with classes what CSS would find by its neighbour or its text: a paragraph that follows another (`indented`), a
 * pull quote that brings its own quotation marks (`quoted`), and the paragraph with which one ends (`closing`), a paragraph of
 * pictures without words (`pictures`); and, for the typesetter, a figure that may go to the next page before the text behind it
 * does (`data-drift`).
 *
 * Paged.js cuts the tree at page breaks, so that a selector such as `p + p` fails on the first line of a page.
 */
export function markParagraphs(root: Element): void {
  visit(root, "element", (element) => {
    const children = element.children.filter(isElement);
    for (const child of children) if (hasOnlyPictures(child)) addClass(child, "pictures");
    children.forEach((child, index) => {
      const before = children[index - 1];
      if (isPlainParagraph(child) && before !== undefined && isPlainParagraph(before))
        addClass(child, "indented");
    });
    if (hasClass(element, "figure") && !hasClass(element, "size-page")) element.properties.dataDrift = "";
    if (!hasClass(element, "pull-quote")) return;
    if (opensWithQuote(element)) addClass(element, "quoted");
    const closing = children.findLast(({ tagName }) => tagName === "p");
    if (closing) addClass(closing, "closing");
  });
}

/** Add a class to an element that may have some already. */
export function addClass(element: Element, name: string): void {
  const classes = Array.isArray(element.properties.className) ? element.properties.className : [];
  element.properties.className = [...classes, name];
}

function isElement(node: ElementContent): node is Element {
  return node.type === "element";
}

/** Paged.js leaves the empty beginning of such a paragraph on a page where its picture found no room. */
function hasOnlyPictures(element: Element): boolean {
  if (element.tagName !== "p" || textOf(element).trim() !== "") return false;
  let hasPicture = false;
  visit(element, { tagName: "img" }, () => {
    hasPicture = true;
  });
  return hasPicture;
}

/** A paragraph of a class of its own (a title, a role) neither takes an indent nor gives one. */
function isPlainParagraph({ tagName, properties }: Element): boolean {
  const classes = Array.isArray(properties.className) ? properties.className : [];
  return tagName === "p" && classes.every((name) => name === "indented");
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

function opensWithQuote(element: Element): boolean {
  for (const child of element.children) {
    if (child.type === "element") return opensWithQuote(child);
    if (child.type === "text" && child.value.trim() !== "") return /^\s*["“„«‘‚]/.test(child.value);
  }
  return false;
}
