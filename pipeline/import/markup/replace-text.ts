import type { Nodes, PhrasingContent, Text } from "mdast";
import { SKIP, visit } from "unist-util-visit";

/** Replace what a pattern finds in the texts of a tree, code and formulas left alone; undefined leaves a find as it is. */
export function replaceText(
  tree: Nodes,
  pattern: RegExp,
  make: (found: RegExpExecArray, text: Text) => readonly PhrasingContent[] | undefined,
): void {
  visit(tree, "text", (node, i, parent) => {
    if (!parent || i === undefined) return undefined;
    const pieces: PhrasingContent[] = [];
    let at = 0;
    for (const found of node.value.matchAll(pattern)) {
      const made = make(found, node);
      if (!made) continue;
      pieces.push({ ...node, value: node.value.slice(at, found.index) }, ...made);
      at = found.index + found[0].length;
    }
    if (at === 0) return undefined;
    pieces.push({ ...node, value: node.value.slice(at) });
    const kept = pieces.filter((piece) => piece.type !== "text" || piece.value !== "");
    parent.children.splice(i, 1, ...(kept as never[]));
    return [SKIP, i + kept.length];
  });
}
