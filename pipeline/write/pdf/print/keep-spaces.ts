import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { visit } from "unist-util-visit";

const walked = new Set(["caption", "th", "footer", "summary"]);

/**
 * Keep the spaces that Paged.js drops: it copies a paragraph or a span whole, but walks node by node into captions, header cells
 * and attributions, and into the rest of a paragraph on its next page, and then leaves out the space between two inline elements.
 *
 * The content of the former becomes one span, and so does each such space.
 */
export function keepSpaces(root: Element): void {
  visit(root, "element", (element) => {
    element.children = element.children.map((child, index, all) =>
      child.type === "text" &&
      /^\s+$/.test(child.value) &&
      isInline(all[index - 1]) &&
      isInline(all[index + 1])
        ? h("span", [child])
        : child,
    );
    const inline = element.children.filter((child) => child.type === "element").every(isInline);
    if (walked.has(element.tagName) && inline && element.children.length > 1) {
      element.children = [h("span", element.children)];
    }
  });
}

function isInline(child: ElementContent | undefined): boolean {
  return (
    child?.type === "element" &&
    /^(?:a|abbr|b|br|cite|code|del|em|i|img|math|q|s|small|span|strong|sub|sup|svg|u)$/.test(child.tagName)
  );
}
