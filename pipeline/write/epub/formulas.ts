import type { Nodes, Root } from "hast";
import { elementsOf } from "./elements.js";

/** Tell whether a tree holds mathematics. */
export function hasFormula(tree: Nodes): boolean {
  for (const { tagName } of elementsOf(tree)) if (tagName === "math") return true;
  return false;
}

/** Ready the formulas of a tree for XHTML, in place: their namespace, and keys that reach one which scrolls. */
export function declareFormulas(tree: Root): void {
  for (const { tagName, properties } of elementsOf(tree)) {
    if (tagName === "math") properties.xmlns = "http://www.w3.org/1998/Math/MathML";
    if (tagName === "p" && [properties.className].flat().includes("formula")) properties.tabIndex = 0;
  }
}
