import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";
import { excerpt } from "./excerpt.js";
import { htmlTokens } from "./html-tokens.js";
import { placeWithin } from "./place-within.js";

/** Parts of a table that hold parts of it and no words (HTML, 4.9). */
const frames = new Set(["table", "colgroup", "thead", "tbody", "tfoot", "tr"]);
const cells = new Set(["td", "th", "caption"]);

/** Report words that stand in a raw table and in none of its cells: HTML puts them before the table (HTML, 13.2.6.1, "foster parent"). */
export function htmlMisplaced(tree: Root, file: VFile): void {
  const open: string[] = [];
  const look = (node: { value: string }, words: string, index: number) => {
    if (words.trim() === "" || !frames.has(open.at(-1) ?? "")) return;
    const at = placeWithin({ type: "html", ...node }, index + words.search(/\S/), file.path);
    const reason = `Unexpected words in a raw table outside of its cells; they are printed before it: “${excerpt(words)}”`;
    file.messages.push(problem("html-misplaced", reason, at));
  };
  visit(tree, (node) => {
    if (node.type === "text" || node.type === "inlineCode") look(node, node.value, 0);
    if (node.type !== "html") return;
    for (const token of htmlTokens(node.value)) {
      if (token.type === "text") look(node, token.text, token.index);
      else if (token.type === "open") begin(token.name, open);
      else if (token.type === "close" && open.includes(token.name))
        open.length = open.lastIndexOf(token.name);
    }
  });
}

/** What begins ends what cannot hold it: a row without its end tag goes as far as the next. */
function begin(name: string, open: string[]): void {
  if (!frames.has(name) && !cells.has(name)) return;
  const last = () => open.at(-1) ?? "";
  const ends =
    name === "table"
      ? []
      : cells.has(name)
        ? [...cells]
        : name === "tr"
          ? [...cells, "tr"]
          : [...cells, ...frames];
  while (ends.includes(last()) && last() !== "table") open.pop();
  open.push(name);
}
