import type { Nodes } from "hast";
import { elementsOf } from "./elements.js";

/** Tell whether a tree holds code whose words are told apart. */
export function hasMarkedCode(tree: Nodes): boolean {
  for (const { properties } of elementsOf(tree))
    if ([properties.className].flat().some((name) => String(name).startsWith("hljs-"))) return true;
  return false;
}
