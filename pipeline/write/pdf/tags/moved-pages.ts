import type { VFileMessage } from "vfile-message";
import { problem } from "../../../problem.js";
import type { Page } from "../../../publication.js";
import type { Block } from "./block.js";
import { bare } from "./same-words.js";

/** Where the blocks of a document stand in the file, by their keys. */
export interface Found {
  /** From 0. */
  pagesOf(key: number): readonly number[];
  /** How many letters of a block stand before a page on which it goes on, as its words are compared; undefined where nobody knows. */
  lettersBefore(key: number, page: number): number | undefined;
}

const nothing: Found = { pagesOf: () => [], lettersBefore: () => undefined };

/**
 * Compare the pages as they were measured, on which folios, contents and the e-book's list of pages rest, with those of the file:
 * the block that a page begins with begins there, or goes on there from the page before, with the same letter.
 */
export function movedPages(
  pages: readonly Page[],
  count: number,
  blocks: readonly Block[] = [],
  { pagesOf, lettersBefore }: Found = nothing,
): readonly VFileMessage[] {
  if (pages.length === 0) return [];
  if (count !== pages.length) return [moved(`${pages.length} pages were measured, ${count} were printed`)];
  const keys = new Map(blocks.map(({ origin, key }) => [origin, key]));
  // Of a block with others inside, a formula perhaps, typesetters count the characters of both.
  const outer = new Set(blocks.map(({ parent }) => parent));
  const texts = new Map<number, BlockText>();
  for (const { index, start } of pages) {
    const key = start && keys.get(start.origin);
    if (key === undefined || !start) continue;
    const text = texts.get(key) ?? readable(blocks[key]?.text ?? "");
    texts.set(key, text);
    // A page that shows notes alone, or what went behind other words, begins where a later one does, or where the text ends.
    const isLater = pages
      .slice(index + 1)
      .some((page) => page.start?.origin === start.origin && page.start.offset === start.offset);
    const { letters, rest } = text.readTo(start.offset);
    const isEnd = start.offset > 0 && rest === "";
    if (isLater || isEnd) continue;
    const found = pagesOf(key);
    // A block may have no mark of its own: a figure has those of its picture and its caption.
    if (found.length === 0) continue;
    const begins = Math.min(...found) === index;
    if (!found.includes(index) || begins !== (start.offset === 0))
      return [moved(`page ${index + 1} does not begin with “${shown(text.words)}”, as was measured`)];
    if (begins || outer.has(key)) continue;
    if ((lettersBefore(key, index) ?? letters) !== letters)
      return [moved(`page ${index + 1} does not go on with “${shown(rest)}”, as was measured`)];
  }
  return [];
}

/** The words of a block, read from page to page. */
interface BlockText {
  readonly words: string;
  /** Read on to a character, as typesetters count them: how many letters come before, as words are compared, and what follows. */
  readTo(offset: number): { readonly letters: number; readonly rest: string };
}

function readable(words: string): BlockText {
  let [at, characters, letters] = [0, 0, 0];
  return {
    words,
    readTo(offset) {
      const from = at;
      for (; at < words.length && (characters < offset || isUncounted(words, at)); at++)
        if (!isUncounted(words, at)) characters++;
      letters += bare(words.slice(from, at)).length;
      return { letters, rest: words.slice(at) };
    },
  };
}

function isUncounted(text: string, at: number): boolean {
  return /[\s\u00AD\u200B]/.test(text.charAt(at));
}

function shown(text: string): string {
  return text
    .slice(0, 200)
    .replace(/[\u00AD\u200B]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 60);
}

function moved(what: string): VFileMessage {
  return problem("page-moved", `The pages were printed otherwise than they were measured: ${what}`, {});
}
