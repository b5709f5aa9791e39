import type { Root } from "mdast";
import { excerpt } from "../excerpt.js";
import type { WrittenBlock } from "../written-blocks.js";
import type { FindSlips, Slip } from "./slip.js";

/** Find `##Heading`: without a space, or with one that does not break, it is no heading (CommonMark 0.31.2, 4.2). */
export const headings: FindSlips = (block, tree) =>
  block.node.type !== "paragraph"
    ? []
    : block.lines.flatMap(({ text, index }): Slip[] => {
        const [, signs = "", words = ""] = /^(#{1,6})(?![ \t#])[\u00a0\u202f]*(\S.*)$/.exec(text) ?? [];
        if (words === "" || (signs === "#" && !couldBeTitle(block, tree))) return [];
        const reason = `Unexpected \`${signs}\` without a space behind it, which is printed as it is written; expected \`${signs} ${excerpt(words)}\``;
        return [{ index, reason }];
      });

/** One sign begins many a word, #MeToo: it is meant as a heading's on the first line of a source that has no title. */
function couldBeTitle({ node, lines }: WrittenBlock, tree: Root): boolean {
  const first = tree.children.find(({ type }) => type !== "yaml");
  return (
    node === first &&
    lines.length === 1 &&
    !tree.children.some((child) => child.type === "heading" && child.depth === 1)
  );
}
