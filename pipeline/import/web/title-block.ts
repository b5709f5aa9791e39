import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { all, takeOut } from "./tree.js";

/** What a title block says of the work. */
export interface TitleBlock {
  readonly title?: string;
  readonly subtitle?: string;
  readonly author?: readonly string[];
  readonly date?: string;
}

/**
 * Take title, subtitle, authors and date out of the block that Pandoc and Quarto set above the text (`#title-block-header`); what else
 * stands there stays, and so does a date in words. In place.
 */
export function takeTitleBlock(tree: Root): TitleBlock {
  const block = all(tree).find(({ properties }) => properties.id === "title-block-header");
  if (!block) return {};
  const take = (name: string, isWanted = (_: string) => true) =>
    takeOut(block, (element) => classesOf(element).includes(name) && isWanted(wordsOf(element))).map(wordsOf);
  const [title] = take("title");
  const [subtitle] = take("subtitle");
  const author = take("author");
  const [date] = take("date", (words) => /^\d{4}(?:-\d\d){0,2}$/.test(words));
  return {
    ...(title && { title }),
    ...(subtitle && { subtitle }),
    ...(author.length > 0 && { author }),
    ...(date && { date }),
  };
}

function classesOf({ properties }: Element): readonly unknown[] {
  return [properties.className].flat();
}

function wordsOf(element: Element): string {
  return textOf(element).replace(/\s+/g, " ").trim();
}
