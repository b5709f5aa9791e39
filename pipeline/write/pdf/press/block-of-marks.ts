import type { PDFDocument } from "@cantoo/pdf-lib";
import type { Item } from "../tags/item.js";
import { type Gathered, readTree } from "../tags/read-tree.js";

/**
 * Find the key of the block that each marked piece belongs to, by its page and its identifier: `6 12`. Takes the tags out of
 * the document, by which it finds them.
 */
export function blockOfMarks(pdf: PDFDocument): ReadonlyMap<string, number> {
  return blockOfGathered(readTree(pdf));
}

/** Find the same from what the tags gather. */
export function blockOfGathered(gathered: ReadonlyMap<number, Gathered>): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  const note = (items: readonly Item[], key: number): void => {
    for (const item of items) {
      if (item.kind === "mark") keys.set(`${item.page} ${item.id}`, key);
      else if (item.kind === "tag") note(item.children, key);
    }
  };
  for (const [key, { runs }] of gathered) for (const { items } of runs) note(items, key);
  return keys;
}
