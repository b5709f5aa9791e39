import type { Nodes } from "hast";

/** The signs of a formula in their order, each apart, without the source that may be annotated to it. */
export function signsOf(math: Nodes): string {
  const signs: string[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === "text") signs.push(node.value.trim());
    if (node.type === "element" && /^annotation/.test(node.tagName)) return;
    for (const child of "children" in node ? node.children : []) walk(child);
  };
  walk(math);
  return signs.filter((sign) => sign !== "").join(" ");
}
