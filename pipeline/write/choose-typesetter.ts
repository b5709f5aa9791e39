import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { direction } from "../direction.js";
import type { Foreseen, Manuscript, Publication, Theme, TypesetterChoice } from "../publication.js";

/** Words above which a work is a book: some 65 pages, for which Paged.js takes longer, and more memory. */
const book = 20_000;

/** Rows above which a table takes the browser that lets Paged.js set it much memory. */
const longTable = 300;

/** Rows, and words, above which a table may need more than a page. */
const page = { rows: 20, words: 200 };

/** What Paged.js adds to style sheets and Chromium does not know. */
const paged = /\brunning\(|\bstring-set\b|\btarget-(?:counter|text)\(|@page[^{;]*:(?:first|blank|nth)/;

/** Bytes of Markdown to a word, about. */
const bytesOfWord = 7;

/** Foresee, from a manuscript that was not read yet, what will be chosen: nothing is lost but time where it is another. */
export function foreseeTypesetter(
  { metadata, sources }: Pick<Manuscript, "metadata" | "sources">,
  { styles }: Pick<Theme, "styles">,
): Foreseen {
  const characters = sources.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const foreseen = (typesetter: Foreseen["typesetter"]) => ({ typesetter, characters });
  if (metadata.notes.placement === "footnotes") return foreseen("paged");
  if (metadata.typesetter) return foreseen(metadata.typesetter);
  if (direction(metadata.language) === "rtl") return foreseen("native");
  return foreseen(characters <= book * bytesOfWord || asksForPaged(styles) ? "paged" : "native");
}

/** Choose what sets the pages: what publication.yaml names, where it can do what is asked for, else what does it better. */
export function chooseTypesetter(
  { metadata, parts }: Pick<Publication, "metadata" | "parts">,
  { styles }: Pick<Theme, "styles">,
): TypesetterChoice {
  if (metadata.notes.placement === "footnotes")
    return { name: "paged", reason: "notes at the foot of pages: Chromium's own pagination has none" };
  if (metadata.typesetter) return { name: metadata.typesetter, reason: "publication.yaml names it" };
  if (direction(metadata.language) === "rtl")
    return { name: "native", reason: "written from right to left: Paged.js divides no paragraph there" };
  const words = parts.reduce((sum, { tree }) => sum + wordsOf(tree), 0);
  const rows = Math.max(0, ...parts.map(({ tree }) => mostRows(tree)));
  const hasSharedRows = parts.some(({ tree }) => mayPartSharedRows(tree));
  if (words <= book && rows <= longTable && !hasSharedRows) return { name: "paged", reason: "the default" };
  if (asksForPaged(styles))
    return { name: "paged", reason: "the theme's styles ask for what Chromium's own pagination has not" };
  if (words <= book && rows <= longTable)
    return {
      name: "native",
      reason:
        "a table with cells of several rows may go on over pages: Paged.js keeps all these rows together",
    };
  if (words <= book)
    return { name: "native", reason: `a table of ${rows} rows: Paged.js would take much more memory for it` };
  return { name: "native", reason: `${words} words: Paged.js would take longer` };
}

function asksForPaged(styles: Theme["styles"]): boolean {
  return Object.entries(styles).some(([name, css]) => name !== "book.css" && paged.test(css));
}

/**
 * Say whether a table may go on over pages in which cells span rows: Paged.js parts no rows that share a cell, leaves pages half empty before
 * them, and sets such a cell twice where it is taller than a page.
 */
function mayPartSharedRows(tree: Root): boolean {
  let found = false;
  visit(tree, { tagName: "table" }, (table: Element) => {
    let rows = 0;
    let spans = false;
    visit(table, "element", ({ tagName, properties }) => {
      if (tagName === "tr") rows += 1;
      spans ||= Number(properties.rowSpan ?? 1) > 1;
    });
    found ||= spans && (rows > page.rows || wordsOf(table) > page.words);
  });
  return found;
}

/** Count the rows of the table that has the most. */
function mostRows(tree: Root): number {
  let most = 0;
  visit(tree, { tagName: "table" }, (table: Element) => {
    let rows = 0;
    visit(table, { tagName: "tr" }, () => {
      rows += 1;
    });
    most = Math.max(most, rows);
  });
  return most;
}

function wordsOf(tree: Root | Element): number {
  return textOf(tree).match(/\S+/g)?.length ?? 0;
}
