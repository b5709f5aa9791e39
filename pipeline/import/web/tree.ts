import type { Element, Nodes, Root } from "hast";
import { signsOf } from "../formulas/signs-of.js";

/** Find the first element of a name. */
export function first(node: Nodes, name: string): Element | undefined {
  return all(node).find(({ tagName }) => tagName === name);
}

/** List all elements below a node, in the order of the text. */
export function all(node: Nodes): Element[] {
  const found: Element[] = [];
  const walk = (parent: Nodes) => {
    for (const child of "children" in parent ? parent.children : [])
      if (child.type === "element") {
        found.push(child);
        walk(child);
      }
  };
  walk(node);
  return found;
}

/** Say whether an element is of a kind, by its ARIA role or its `epub:type`. */
export function is(element: Element, ...words: readonly string[]): boolean {
  const { role, epubType } = element.properties;
  const own = [role, epubType, element.properties["epub:type"]].flat().join(" ").split(/\s+/);
  return words.some((word) => own.includes(word) || own.includes(`doc-${word}`));
}

const inline = new Set(
  "a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
/** Whether an element stands in a line of text. */
export function isInline({ tagName }: Element): boolean {
  return inline.has(tagName);
}

/** What shows no words; the source of a formula stands beside its signs. */
const silent = new Set(["head", "script", "style", "template", "noscript", "annotation", "annotation-xml"]);

/** All words that a tree prints, blocks apart, and what stands for pictures. */
export function wordsOf(node: Nodes, isCall: (element: Element) => boolean): string {
  if (node.type === "text") return node.value;
  if (node.type === "element") {
    if (silent.has(node.tagName)) return "";
    if (node.tagName === "img") return ` ${String(node.properties.alt ?? "")} `;
    if (node.tagName === "math") return ` ${signsOf(node)} `;
    const inner = node.children.map((child) => wordsOf(child, isCall)).join("");
    if (isCall(node)) return ` ${inner} `;
    return isInline(node) ? inner : `\n${inner}\n`;
  }
  return "children" in node ? (node as Root).children.map((child) => wordsOf(child, isCall)).join("") : "";
}

/** Take elements out of a tree; hands out what was taken. */
export function takeOut(tree: Nodes, wanted: (element: Element) => boolean): Element[] {
  const taken: Element[] = [];
  const walk = (parent: Nodes) => {
    if (!("children" in parent)) return;
    parent.children = (parent.children as Nodes[]).filter((child) => {
      if (child.type === "element" && wanted(child)) {
        taken.push(child);
        return false;
      }
      walk(child);
      return true;
    }) as never;
  };
  walk(tree);
  return taken;
}
