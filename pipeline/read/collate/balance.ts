import type { Root } from "mdast";
import type { Chapter } from "../../publication.js";
import type { FrontMatter } from "../front-matter.js";
import { arrived } from "./arrived.js";
import { addLetters, isLetter, type Letters, noLetters } from "./letters.js";
import { owed } from "./owed.js";

/** What a source owes to its readers, less what arrived. */
export interface Balance {
  /** How often each letter is missing; below zero, how often there is one too many. */
  readonly letters: Letters;
  /** Addresses that are missing, with the offset of the link or the image. */
  readonly addresses: readonly { readonly url: string; readonly from: number }[];
  /** What the source has in another form, with its offset. */
  readonly besides: readonly { readonly text: string; readonly from: number }[];
}

/**
 * Count the letters of a source, of its markup, and of what reading it came to.
 *
 * Letters and not words, in no order: notes move, and words are cut by emphasis and joined where a line ends between Chinese
 * characters, but no letter may be lost. Two sums that differ by what is lost agree by no chance.
 */
export function balance(tree: Root, source: string, matter: FrontMatter, chapter: Chapter): Balance {
  const letters = noLetters();
  const besides: { readonly text: string; readonly from: number }[] = [];
  const waiting = new Map<string, number[]>();
  addLetters(letters, source);
  owed(tree, source, matter, {
    markup: (text) => addLetters(letters, text, -1),
    besides(text, from) {
      addLetters(letters, text);
      besides.push({ text, from });
    },
    address(url, from) {
      const offsets = waiting.get(url);
      if (offsets) offsets.push(from);
      else waiting.set(url, [from]);
    },
  });
  arrived(chapter, {
    words: (text) => addLetters(letters, text, -1),
    address: (url) => waiting.get(url)?.shift(),
  });
  return {
    letters,
    besides,
    addresses: [...waiting].flatMap(([url, offsets]) => offsets.map((from) => ({ url, from }))),
  };
}

/** Whether everything arrived, and nothing twice. */
export function isEven({ letters, addresses }: Balance): boolean {
  for (let unit = 0; unit < letters.length; unit++) if (letters[unit] !== 0 && isLetter(unit)) return false;
  return addresses.length === 0;
}
