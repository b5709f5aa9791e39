import type { Element, Nodes } from "hast";

/** List the elements of a tree in document order; many times quicker than a visitor, where nothing is replaced. */
export function elementsOf(tree: Nodes): readonly Element[] {
  const found: Element[] = [];
  gather(tree, found);
  return found;
}

function gather(node: Nodes, found: Element[]): void {
  if (node.type === "element") found.push(node);
  if (!("children" in node)) return;
  for (const child of node.children) if (child.type === "element") gather(child, found);
}
