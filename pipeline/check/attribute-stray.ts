import type { Nodes, Parents, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";
import { placeWithin } from "./place-within.js";
import { spanAttribute } from "./span-attributes.js";

const attributes =
  /\{\s*(?:[#.][\w-]+|[\w-]+=(?:"[^"\n]*"|[^\s"}]+))(?:\s+(?:[#.][\w-]+|[\w-]+=(?:"[^"\n]*"|[^\s"}]+)))*\s*\}/g;
/** Those that words in brackets have. */
const ofWords = new RegExp(`^\\{(?:${spanAttribute})+\\s*\\}$`);
const bearing = new Set(["image", "link", "inlineCode", "imageReference", "linkReference"]);

/** Report attributes behind words, images, links, code and headings that quoin would print: `{width=50%}`. */
export function attributeStray(tree: Root, file: VFile): void {
  const source = String(file);
  visit(tree, "text", (node, index = 0, parent) => {
    if (!node.value.includes("{")) return;
    const written = source.slice(node.position?.start.offset, node.position?.end.offset);
    for (const match of written.matchAll(attributes)) {
      const before = written[match.index - 1] ?? "";
      const behind = before === "" && bearing.has(parent?.children[index - 1]?.type ?? "");
      const ends = endsHeading(parent, node, written.slice(match.index + match[0].length));
      if (before === "\\" || !(behind || before === "]" || ends)) continue;
      if (before === "]" && ofWords.test(match[0])) continue;
      if (ends && parent && tree.children.includes(parent as never) && /^\{#[^\s}]+\}$/.test(match[0]))
        continue;
      const reason = `Unexpected \`${match[0]}\`, which would be printed; expected \`{#id}\` at the end of a heading, \`[words]{lang=…}\`, or \`\\{\``;
      const place = placeWithin({ ...node, value: written }, match.index, file.path);
      file.messages.push(problem("attribute-unknown", reason, place));
    }
  });
}

function endsHeading(parent: Parents | undefined, node: Nodes, rest: string): boolean {
  return parent?.type === "heading" && parent.children.at(-1) === node && rest.trim() === "";
}
