import type { VFileMessage } from "vfile-message";
import { problem } from "../../../problem.js";
import type { Page } from "../../../publication.js";
import type { Block } from "./block.js";

/** On which pages a block of the document stands in the file, from 0, by its key. */
export type PagesOfBlock = (key: number) => readonly number[];

/**
 * Compare the pages as they were measured, on which folios, contents and the e-book's list of pages rest, with those of the file:
 * the block that a page begins with begins there, or goes on there from the page before.
 */
export function movedPages(
  pages: readonly Page[],
  count: number,
  blocks: readonly Block[] = [],
  pagesOf: PagesOfBlock = () => [],
): readonly VFileMessage[] {
  if (pages.length === 0) return [];
  if (count !== pages.length) return [moved(`${pages.length} pages were measured, ${count} were printed`)];
  const keys = new Map(blocks.map(({ origin, key }) => [origin, key]));
  for (const { index, start } of pages) {
    const key = start && keys.get(start.origin);
    // A page that only shows what went behind other words begins where the next one does.
    const isNext = start && pages[index + 1]?.start?.origin === start.origin && start.offset === 0;
    if (key === undefined || isNext) continue;
    const found = pagesOf(key);
    // A block may have no mark of its own: a figure has those of its picture and its caption.
    if (found.length === 0) continue;
    const begins = Math.min(...found) === index;
    if (found.includes(index) && begins === (start?.offset === 0)) continue;
    const words = (blocks[key]?.text ?? "")
      .replace(/[\u00AD\u200B]/g, "")
      .replace(/\s+/g, " ")
      .trim();
    return [moved(`page ${index + 1} does not begin with “${words.slice(0, 60)}”, as was measured`)];
  }
  return [];
}

function moved(what: string): VFileMessage {
  return problem("page-moved", `The pages were printed otherwise than they were measured: ${what}`, {});
}
