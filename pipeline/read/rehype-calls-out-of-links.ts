import type { Element, ElementContent, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { SKIP, visit } from "unist-util-visit";

/** Take the calls of notes out of links, which end before them and go on behind them: no link can hold another (HTML, 4.5.1). */
export function rehypeCallsOutOfLinks() {
  return (tree: Root): void => {
    visit(tree, { type: "element", tagName: "a" }, (link: Element, index, parent) => {
      if (!parent || index === undefined || !holdsCall(link)) return undefined;
      const parts = split(link);
      parent.children.splice(index, 1, ...parts);
      return [SKIP, index + parts.length];
    });
  };
}

function holdsCall(node: ElementContent): boolean {
  if (node.type !== "element") return false;
  return node.tagName === "note-call" || node.children.some(holdsCall);
}

/** Cut an element at the calls in it, however deep they are; only its first part keeps its id. */
function split(element: Element): ElementContent[] {
  const parts: ElementContent[] = [];
  let open: ElementContent[] = [];
  const close = () => {
    const part = { ...element, properties: { ...element.properties }, children: open };
    if (parts.some((node) => node.type === "element" && node.tagName === element.tagName))
      delete part.properties.id;
    if (open.some((node) => node.type === "element" || textOf(node).trim() !== "")) parts.push(part);
    else parts.push(...open);
    open = [];
  };
  for (const child of element.children) {
    if (!holdsCall(child)) open.push(child);
    else
      for (const part of (child as Element).tagName === "note-call" ? [child] : split(child as Element))
        if ((part as Element).tagName === "note-call") {
          close();
          parts.push(part);
        } else open.push(part);
  }
  close();
  return parts;
}
