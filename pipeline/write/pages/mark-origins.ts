import type { Element, Nodes } from "hast";

const blocks = new Set(
  "aside blockquote caption dd div dt figcaption figure footer h1 h2 h3 h4 h5 h6 header li p pre section table td th".split(
    " ",
  ),
);

/**
 * Write on every block of a part which one it is, `israel/12`: by it the same block is found in the clones of all editions.
 *
 * Do it first: the blocks are counted in the part's own tree.
 */
export function markOrigins(section: Element, partId: string): void {
  let count = 0;
  const mark = (element: Element): void => {
    if (blocks.has(element.tagName)) element.properties.dataOrigin = `${partId}/${count++}`;
    for (const child of element.children) if (child.type === "element") mark(child);
  };
  mark(section);
}

/** Count the blocks of a tree, as they are written on it. */
export function countBlocks(node: Nodes): number {
  const own = node.type === "element" && blocks.has(node.tagName) ? 1 : 0;
  const children: readonly Nodes[] = "children" in node ? node.children : [];
  return children.reduce((sum, child) => sum + countBlocks(child), own);
}
