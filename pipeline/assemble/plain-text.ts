import type { ElementContent, Nodes } from "hast";

/** The words of a piece of a tree as running heads and outlines show them: without note calls, white space folded. */
export function plainText(nodes: readonly ElementContent[]): string {
  return nodes.map(words).join("").replace(/\s+/g, " ").trim();
}

function words(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element" || isNoteCall(node)) return "";
  return node.tagName === "br" ? " " : node.children.map(words).join("");
}

function isNoteCall(node: Nodes): boolean {
  if (node.type !== "element") return false;
  const names = node.properties.className;
  return node.tagName === "note-call" || (Array.isArray(names) && names.includes("note-call"));
}
