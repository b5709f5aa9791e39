import type { Root, RootContent } from "mdast";
import type { VFile } from "vfile";
import { problem } from "../problem.js";

/** Report what is written above the title: a title opens its chapter, and so it is set below. */
export function titleLate(tree: Root, file: VFile): void {
  const title = tree.children.findIndex((node) => node.type === "heading" && node.depth === 1);
  const node = tree.children.slice(0, Math.max(0, title)).find(isSet);
  if (!node) return;
  const line = tree.children[title]?.position?.start.line;
  const reason = `Unexpected text above the # heading at line ${line}, below which it is set; expected it there`;
  file.messages.push(problem("title-late", reason, { file: file.path, node }));
}

function isSet(node: RootContent): boolean {
  if (node.type === "html") return !/^\s*<!--[\s\S]*-->\s*$/.test(node.value);
  return !["yaml", "definition", "footnoteDefinition"].includes(node.type);
}
