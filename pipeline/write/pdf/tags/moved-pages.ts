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
    if (key === undefined || !start) continue;
    // A page that shows notes alone, or what went behind other words, begins where a later one does, or where the text ends.
    const isLater = pages
      .slice(index + 1)
      .some((page) => page.start?.origin === start.origin && page.start.offset === start.offset);
    const isEnd = start.offset > 0 && start.offset >= bare(blocks[key]?.text ?? "").length;
    if (isLater || isEnd) continue;
    const found = pagesOf(key);
    // A block may have no mark of its own: a figure has those of its picture and its caption.
    if (found.length === 0) continue;
    const begins = Math.min(...found) === index;
    if (found.includes(index) && begins === (start.offset === 0)) continue;
    const words = (blocks[key]?.text ?? "")
      .replace(/[\u00AD\u200B]/g, "")
      .replace(/\s+/g, " ")
      .trim();
    return [moved(`page ${index + 1} does not begin with “${words.slice(0, 60)}”, as was measured`)];
  }
  return [];
}

function bare(text: string): string {
  return text.replace(/[\s\u00AD\u200B]/g, "");
}

function moved(what: string): VFileMessage {
  return problem("page-moved", `The pages were printed otherwise than they were measured: ${what}`, {});
}
