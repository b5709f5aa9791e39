import type { VFileMessage } from "vfile-message";
import type { Chapter, Manuscript, Publication, Theme } from "../publication.js";
import { layOut } from "./lay-out.js";
import { linkReferences } from "./link-references.js";
import { missingWords } from "./missing-words.js";
import { navOf } from "./nav.js";
import { notesPart } from "./notes-part.js";
import { numberChapters } from "./number-chapters.js";
import { numberExhibits, readCaptions } from "./number-exhibits.js";
import { numberGroups } from "./number-groups.js";
import { numberNotes } from "./number-notes.js";
import { partsOf } from "./parts.js";
import { registerIds } from "./register-ids.js";
import { useImages } from "./use-images.js";
import { wordsOf } from "./words.js";
import { wrapOf } from "./wrap.js";

/** Make one publication of all chapters: number, link, gather the notes, put the parts in order. */
export function assemble(
  manuscript: Manuscript,
  chapters: readonly Chapter[],
  theme: Theme,
): { publication: Publication; messages: VFileMessage[] } {
  const messages: VFileMessage[] = [];
  const { metadata } = manuscript;
  const words = { ...wordsOf(metadata.language), ...metadata.words };
  messages.push(...missingWords(manuscript));
  const drafts = layOut(manuscript, chapters);

  const images = useImages(manuscript, drafts, messages);
  numberChapters(drafts, metadata.numberedChapters);
  numberGroups(drafts, metadata, theme, words);
  // Exhibits get missing ids, notes get theirs: both before the register, and all numbers before the first reference.
  const exhibits = numberExhibits(drafts, words);
  numberNotes(drafts, metadata.notes.numbering);
  const targets = registerIds(drafts, messages);
  linkReferences(drafts, targets, exhibits, words, messages);
  const notes = notesPart(drafts, metadata.notes.numbering === "chapter", words);
  const parts = partsOf(manuscript, drafts, notes, theme, words);
  const nav = navOf(parts, drafts, theme.contentsDepth);

  return {
    publication: {
      metadata,
      parts,
      wrap: wrapOf(manuscript, theme, words),
      nav,
      exhibits: readCaptions(exhibits, drafts),
      images,
      words,
    },
    messages,
  };
}
