import type { Element, Nodes } from "hast";

/** Go through the elements of a tree in document order; several times quicker than a visitor, where nothing is replaced. */
export function* elementsOf(node: Nodes): Generator<Element> {
  if (node.type === "element") yield node;
  if (!("children" in node)) return;
  for (const child of node.children) if (child.type === "element") yield* elementsOf(child);
}
