import type { Element } from "hast";
import { visit } from "unist-util-visit";

const blocks = new Set(
  (
    "aside blockquote caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section " +
    "table tbody td th thead tr ul"
  ).split(" "),
);

/** Write on every block where it stands in the manuscript, `file:line:column`, so that a late problem can name the line. */
export function markPlaces(root: Element): void {
  visit(root, "element", (element) => {
    const file = element.data?.file;
    const start = element.position?.start;
    if (!blocks.has(element.tagName) || file === undefined || start === undefined) return;
    element.properties.dataPlace = `${file}:${start.line}:${start.column}`;
  });
}
