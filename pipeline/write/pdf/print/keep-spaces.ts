import type { Element } from "hast";
import { h } from "hastscript";
import { visit } from "unist-util-visit";

const walked = new Set(["caption", "th", "footer", "summary"]);

/**
 * Wrap the inline content of captions, header cells and attributions in a span.
 *
 * Paged.js copies a paragraph or a span whole, but walks into these node by node, and then drops the space between two
 * inline elements.
 */
export function keepSpaces(root: Element): void {
  visit(root, "element", (element) => {
    const inline = element.children.filter((child) => child.type === "element").every(isInline);
    if (walked.has(element.tagName) && inline && element.children.length > 1) {
      element.children = [h("span", element.children)];
    }
  });
}

function isInline(child: Element): boolean {
  return /^(?:a|abbr|b|br|cite|code|del|em|i|img|math|q|s|small|span|strong|sub|sup|svg|u)$/.test(
    child.tagName,
  );
}
