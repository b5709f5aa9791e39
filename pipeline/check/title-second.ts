import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";
import { placeWithin } from "./place-within.js";

/** Report a second heading of the first level, which is set as one of the second, and a title beside the heading, which is left out. */
export function titleSecond(tree: Root, file: VFile): void {
  const titles = tree.children.filter((node) => node.type === "heading" && node.depth === 1);
  for (const node of titles.slice(1)) {
    const reason = "Unexpected second # heading in this source; expected ##, or a source of its own";
    file.messages.push(problem("title-second", reason, { file: file.path, node }));
  }
  const [title] = titles;
  if (!title) return;
  visit(tree, "yaml", (node) => {
    const index = node.value.search(/^title[ \t]*:/m);
    if (index < 0) return;
    const reason = `Unexpected \`title:\` beside the # heading at line ${title.position?.start.line}, which is the title; expected one of them`;
    const place = placeWithin({ ...node, value: `\n${node.value}` }, index + 1, file.path);
    file.messages.push(problem("title-second", reason, place));
  });
}
