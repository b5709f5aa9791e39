import { align } from "./align.js";
import type { Edition } from "./edition.js";
import { compareExhibits, type ExhibitChange } from "./exhibits.js";
import { compareFiles, type FileChange } from "./files.js";
import { compareLinks, type LinkChanges } from "./links.js";
import { compareMessages, type MessageChanges } from "./messages.js";
import { compareMetadata, type MetadataChange } from "./metadata.js";
import { compareNotes, type NoteChange } from "./notes.js";
import { comparePages, type PagePair } from "./pages.js";
import { type BrokenTarget, brokenTargets } from "./targets.js";
import { compareWords, type WordChange } from "./words.js";

/** All that is to be said of two editions. */
export interface Comparison {
  /** As the person named them. */
  readonly old: string;
  readonly new: string;
  /** Where words, notes, figures and links were read from. */
  readonly text: "epub" | "pdf";
  readonly words: readonly WordChange[];
  /** Of the PDF; undefined where one side has none. */
  readonly pages?: readonly PagePair[];
  readonly notes: readonly NoteChange[];
  readonly exhibits: readonly ExhibitChange[];
  readonly targets: readonly BrokenTarget[];
  readonly links: LinkChanges;
  readonly metadata: readonly MetadataChange[];
  /** Undefined where one side has no build.json. */
  readonly messages?: MessageChanges;
  readonly files: readonly FileChange[];
}

/**
 * Compare two editions. Words, notes and figures are those of the e-books, where both sides have one: they know no line ends;
 * pages are those of the PDFs. Throws where the sides have neither in common.
 */
export function compare(before: Edition, after: Edition): Comparison {
  const books = before.book && after.book && { old: before.book, new: after.book };
  const pdfs = before.pdf && after.pdf && { old: before.pdf, new: after.pdf };
  const text = books ?? pdfs;
  if (!text) throw new Error("The two sides have no edition in common");
  const sheets = pdfs && { old: pdfs.old.pages, new: pdfs.new.pages };
  const printed = sheets && {
    old: sheets.old.flatMap(({ words }) => words),
    new: sheets.new.flatMap(({ words }) => words),
  };
  const printAlignment = printed && align(printed.old, printed.new);
  const records = before.record && after.record && { old: before.record, new: after.record };
  return {
    old: before.name,
    new: after.name,
    text: books ? "epub" : "pdf",
    words: books
      ? compareWords(books.old.words, books.new.words, align(books.old.words, books.new.words))
      : printed && printAlignment
        ? compareWords(printed.old, printed.new, printAlignment)
        : [],
    ...(sheets && printAlignment && { pages: comparePages(sheets.old, sheets.new, printAlignment) }),
    notes: compareNotes(text.old.notes, text.new.notes),
    exhibits: compareExhibits(text.old.exhibits, text.new.exhibits),
    targets: brokenTargets(pdfs, books),
    links: compareLinks(text.old.links, text.new.links),
    metadata: books ? compareMetadata(books.old, books.new) : [],
    ...(records && { messages: compareMessages(records.old, records.new) }),
    files: compareFiles(before.files, after.files),
  };
}
