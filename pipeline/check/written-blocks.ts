import type { Heading, Nodes, Paragraph, Parents, Root, TableCell } from "mdast";
import { visit } from "unist-util-visit";
import type { Place } from "../publication.js";
import { placeWithin } from "./place-within.js";

/** A paragraph, heading or cell, character for character as its author wrote it. */
export interface WrittenBlock {
  readonly node: Paragraph | Heading | TableCell;
  readonly parent: Parents | undefined;
  readonly written: string;
  /** The same, but all that Markdown took for more than words is `blot`s: code, links, what is emphasised, breaks of lines that are kept. */
  readonly text: string;
  /** The same, but what is emphasised stands there with its signs. */
  readonly starred: string;
  /** The lines of `text`, without the signs of a quotation before them; one that a kept break begins belongs to the line above. */
  readonly lines: readonly WrittenLine[];
}

export interface WrittenLine {
  readonly text: string;
  /** Where it begins in the block. */
  readonly index: number;
}

/** Stands for each character of what is no plain words. */
export const blot = "\uFFFC";

const words = new Set(["text"]);
const starredWords = new Set(["text", "emphasis", "strong"]);

/** List the blocks of words of a source. */
export function writtenBlocks(tree: Root, source: string): WrittenBlock[] {
  const blocks: WrittenBlock[] = [];
  visit(tree, (node, _index, parent) => {
    if (node.type !== "paragraph" && node.type !== "heading" && node.type !== "tableCell") return;
    const start = node.position?.start.offset;
    if (start === undefined) return;
    const written = source.slice(start, node.position?.end.offset);
    const text = blotted(written, start, node.children, words);
    const starred = blotted(written, start, node.children, starredWords);
    blocks.push({ node, parent, written, text, starred, lines: linesOf(text) });
  });
  return blocks;
}

/** Say where a character of a block stands in its source. */
export function placeInBlock({ node, written }: WrittenBlock, index: number, file: string): Place {
  return placeWithin({ type: node.type, value: written, position: node.position }, index, file);
}

function blotted(written: string, start: number, nodes: readonly Nodes[], kept: ReadonlySet<string>): string {
  const pieces: string[] = [];
  let end = 0;
  const blotOut = (node: Nodes): void => {
    if (kept.has(node.type)) {
      if ("children" in node) node.children.forEach(blotOut);
      return;
    }
    const [from, to] = [node.position?.start.offset, node.position?.end.offset];
    if (from === undefined || to === undefined) return;
    // A bare address is words that Markdown found by itself: it says nothing of what the author marked.
    if (/^(?:https?:|www\.)/i.test(written.slice(from - start, from - start + 8))) return;
    pieces.push(written.slice(end, from - start), blot.repeat(to - from));
    end = to - start;
  };
  nodes.forEach(blotOut);
  return [...pieces, written.slice(end)].join("");
}

function linesOf(text: string): WrittenLine[] {
  return [...text.matchAll(/[^\r\n]+/g)].map(({ 0: line, index }) => {
    const before = index === 0 ? "" : (/^[ \t>]*/.exec(line)?.[0] ?? "");
    return { text: line.slice(before.length).trimEnd(), index: index + before.length };
  });
}
