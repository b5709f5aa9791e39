import type { ElementContent } from "hast";
import type { VFileMessage } from "vfile-message";
import { cloneTree } from "../clone-tree.js";
import type { Chapter, Place } from "../publication.js";

/** A chapter on the assembler's bench: trees of its own, which the steps below change in turn. */
export interface Draft {
  readonly chapter: Chapter;
  readonly title: ElementContent[];
  readonly content: ElementContent[];
  readonly notes: readonly DraftNote[];
  /** Of a chapter in a group: the id of the part title that it stands below. */
  readonly group?: string;
  /** `2`, where the chapter has a number; `Part I` of a part title. */
  number?: string;
}

/** A note on the bench; it gets its number at its first call. */
export interface DraftNote {
  readonly label: string;
  readonly children: ElementContent[];
  readonly place: Place;
  number?: number;
  /** Ids of its calls in reading order. */
  readonly calls: string[];
}

/** What every step may report to. */
export type Messages = VFileMessage[];

/** Lay a chapter on the bench: clone, so that the reader's tree stays as it was. */
export function draftOf(chapter: Chapter, group?: string): Draft {
  return {
    chapter,
    ...(group !== undefined && { group }),
    title: chapter.title.map(cloneTree),
    content: chapter.content.map(cloneTree),
    notes: chapter.notes.map(({ label, children, place }) => ({
      label,
      children: children.map(cloneTree),
      place,
      calls: [],
    })),
  };
}

/** Say whether a draft is the part title that opens a group of chapters. */
export function isPartTitle({ chapter }: Draft): boolean {
  return chapter.role === "doc-part";
}

/** All trees of a draft, in the order in which they are read: title, text, notes. */
export function treesOf(draft: Draft): ElementContent[] {
  return [...draft.title, ...draft.content, ...draft.notes.flatMap((note) => note.children)];
}
