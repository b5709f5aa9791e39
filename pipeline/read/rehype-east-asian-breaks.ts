import type { Element, Nodes, Root, Text } from "hast";
import { toString as textOf } from "hast-util-to-string";

const character =
  "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}\\u3000-\\u303F\\uFF00-\\uFFEF]";
const atEnd = new RegExp(`${character}$`, "u");
const atStart = new RegExp(`^${character}`, "u");
const between = new RegExp(`(?<=${character})[ \\t]*\\r?\\n[ \\t]*(?=${character})`, "gu");

/** Elements whose line breaks are the author's. */
const verbatim = new Set(["code", "pre", "svg", "math"]);

/**
 * Take out the line breaks between Chinese and Japanese characters: there are no spaces in their texts, and a browser would show one
 * for each line of the source (CSS Text 3, 4.1.3, which none of them follows).
 */
export function rehypeEastAsianBreaks() {
  return (tree: Root): void => join(tree);
}

function join(parent: Root | Element): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type === "element" && !verbatim.has(child.tagName)) join(child);
    if (child.type !== "text" || !child.value.includes("\n")) continue;
    child.value = child.value.replace(between, "");
    if (child.value.startsWith("\n") || child.value.endsWith("\n")) joinAround(child, parent.children, index);
  }
}

/** The line may end where an emphasis does, or behind the call of a note. */
function joinAround(text: Text, siblings: readonly Nodes[], index: number): void {
  const before = nearest(siblings, index, -1);
  const behind = nearest(siblings, index, 1);
  if (text.value.startsWith("\n") && atEnd.test(before) && atStart.test(text.value.trimStart() || behind))
    text.value = text.value.trimStart();
  if (text.value.endsWith("\n") && atEnd.test(text.value.trimEnd() || before) && atStart.test(behind))
    text.value = text.value.trimEnd();
}

/** The words of the nearest sibling that has any, on one side of a node. */
function nearest(siblings: readonly Nodes[], from: number, step: 1 | -1): string {
  for (let index = from + step; ; index += step) {
    const node = siblings[index];
    const words = node && textOf(node);
    if (words !== "") return words ?? "";
  }
}
