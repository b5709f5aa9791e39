import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import { Unreadable } from "../unreadable.js";

/** Blocks of a work: thrice what a book of a thousand pages has. Writing and proving more takes longer than anyone waits. */
const mostBlocks = 12_000;

/** Pieces of all kinds, texts among them. */
const mostNodes = 120_000;

/** Characters of one piece. */
const longestText = 120_000;

/** Refuse a work of more pieces than can be written, read again and compared in seconds; throws Unreadable. */
export function guardSize(trees: readonly Root[]): void {
  let [blocks, nodes] = [0, 0];
  for (const tree of trees)
    visit(tree, (node) => {
      nodes++;
      if (node.type === "text" && node.value.length > longestText)
        throw new Unreadable(
          `Unexpected text of ${node.value.length} characters without an end of paragraph`,
        );
      if (/^(?:paragraph|heading|tableRow|code|footnoteDefinition|listItem)$/.test(node.type)) blocks++;
    });
  if (blocks > mostBlocks)
    throw new Unreadable(
      `Unexpected ${blocks} paragraphs, expected at most ${mostBlocks}: bring it in by parts`,
    );
  if (nodes > mostNodes)
    throw new Unreadable(
      `Unexpected ${nodes} pieces of text, expected at most ${mostNodes}: bring it in by parts`,
    );
}
