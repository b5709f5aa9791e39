import type { ElementContent } from "hast";
import type { Division, Place } from "./manuscript.js";

/** A note as its author defined it, before it has a number. */
export interface NoteDefinition {
  /** As written between `[^` and `]`; unique in its source. */
  readonly label: string;
  readonly children: readonly ElementContent[];
  readonly place: Place;
}

/** One source, understood: a semantic tree, not yet numbered or linked to the others. */
export interface Chapter {
  /** CSS-safe and unique among chapters: the file's stem. The names of ids and of EPUB documents follow from it. */
  readonly id: string;
  /** Of its source; empty where a group's title stands in publication.yaml. */
  readonly path: string;
  readonly division: Division;
  /** DPUB-ARIA role where the chapter has one: `doc-chapter`, `doc-conclusion`; `doc-part` where it is what a group opens with. */
  readonly role?: string;
  /** Inline content of the title; empty only where the source has none (a message says so). */
  readonly title: readonly ElementContent[];
  readonly subtitle?: string;
  readonly authors: readonly string[];
  /** Whether its number, if the publication numbers chapters, is wanted. */
  readonly numbered: boolean;
  /** Everything below the title, in nested sections; note calls are still `<note-call label>`. */
  readonly content: readonly ElementContent[];
  readonly notes: readonly NoteDefinition[];
  readonly place: Place;
}
