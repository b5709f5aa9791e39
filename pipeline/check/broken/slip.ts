import type { Root } from "mdast";
import type { WrittenBlock } from "../written-blocks.js";

/** Something that nearly is Markdown. */
export interface Slip {
  /** Where in the block. */
  readonly index: number;
  readonly reason: string;
}

/** Find the slips of one kind in a block of words. */
export type FindSlips = (block: WrittenBlock, tree: Root) => readonly Slip[];
