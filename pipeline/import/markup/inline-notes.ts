import type { Paragraph, PhrasingContent } from "mdast";
import { visit } from "unist-util-visit";
import { paragraph } from "../structure/blocks.js";
import { trimmed } from "../structure/phrasing.js";
import type { Step } from "./page.js";

/** Turn Pandoc's notes in the line, `^[so]`, into called ones. */
export const inlineNotes: Step = (page) => {
  let count = 0;
  const take = (node: Paragraph) => {
    for (let found = find(node.children); found; found = find(node.children)) {
      count++;
      let label = `inline-${count}`;
      while (page.notes.has(label)) label += "-b";
      const { before, inside, after } = found;
      page.notes.set(label, {
        type: "footnoteDefinition",
        identifier: label,
        label,
        children: [paragraph(trimmed(inside))],
      });
      node.children = [...before, { type: "footnoteReference", identifier: label, label }, ...after];
    }
  };
  visit(page.tree, "paragraph", take);
};

/** Cut inline content at the first note in it; emphasis and links may stand inside. */
function find(children: readonly PhrasingContent[]) {
  const start = children.findIndex((node) => node.type === "text" && node.value.includes("^["));
  const first = children[start];
  if (first?.type !== "text") return undefined;
  const at = first.value.indexOf("^[");
  const inside: PhrasingContent[] = [];
  let depth = 1;
  for (let i = start; i < children.length; i++) {
    const node = children[i] as PhrasingContent;
    if (node.type !== "text") {
      inside.push(node);
      continue;
    }
    const from = i === start ? at + 2 : 0;
    for (let k = from; k < node.value.length; k++) {
      if (node.value[k] === "[") depth++;
      else if (node.value[k] === "]") depth--;
      if (depth > 0) continue;
      const before = [...children.slice(0, start), text(first.value.slice(0, at))];
      inside.push(text(node.value.slice(from, k)));
      return { before, inside, after: [text(node.value.slice(k + 1)), ...children.slice(i + 1)] };
    }
    inside.push(text(node.value.slice(from)));
  }
  return undefined;
}

function text(value: string): PhrasingContent {
  return { type: "text", value };
}
