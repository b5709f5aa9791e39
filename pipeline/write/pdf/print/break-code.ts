import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { SKIP, visit } from "unist-util-visit";

/** Where a long name may break: behind a sign between two of its words. */
const joints = /(?<=[\p{L}\p{N}][_./:,(=]+)(?=[\p{L}\p{N}])/u;
/** The longest name that goes to the next line whole. */
const longest = 16;

/** Let long names in code within a line break at their joints, by `<wbr>`: whole, they leave wide gaps in justified lines. A table gives its columns the room of their names. */
export function breakCode(root: Element): void {
  visit(root, "element", (element) => {
    if (/^(?:pre|table|svg|math)$/.test(element.tagName)) return SKIP;
    if (element.tagName !== "code") return;
    element.children = element.children.flatMap((child) =>
      child.type === "text" ? child.value.split(/(?<=\s)(?=\S)/).flatMap(pieces) : [child],
    );
    return SKIP;
  });
}

function pieces(name: string): ElementContent[] {
  const parts = name.trim().length > longest ? name.split(joints) : [name];
  return parts.flatMap((value, index): ElementContent[] => {
    const text: ElementContent = { type: "text", value };
    return index > 0 ? [h("wbr"), text] : [text];
  });
}
