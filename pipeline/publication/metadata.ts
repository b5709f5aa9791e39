import type { TypesetterName } from "./print-document.js";
import type { Words } from "./words.js";

/** A person or body that had a part in the work. */
export interface Contributor {
  readonly name: string;
  /** The name as catalogues sort it: `Jones, Peter`. */
  readonly sort: string;
  /** MARC relator code, three letters: `aut`. */
  readonly role: string;
  /** The role in the author's own words: `author`. */
  readonly roleName: string;
  readonly biography?: string;
}

/** A statement that an e-book conforms to EPUB Accessibility 1.1, with him who makes it. */
export interface Certification {
  readonly certifier: string;
  /** Of WCAG 2.2. */
  readonly level: "A" | "AA" | "AAA";
  readonly credential?: string;
  /** Web address of the certifier's report. */
  readonly report?: string;
}

/**
 * Chapters under a title of their own. Publishers call them a part, a word that means another thing in the code: `Part`.
 *
 * The title stands in publication.yaml, or in a source that opens the group.
 */
export type ChapterGroup = { readonly chapters: readonly string[] } & (
  | { readonly title: string }
  | { readonly source: string }
);

/** publication.yaml with every default filled in. */
export interface Metadata {
  readonly title: string;
  readonly subtitle?: string;
  /** BCP 47: `en`, `en-GB`, `ar`. */
  readonly language: string;
  readonly contributors: readonly Contributor[];
  /** `2018`, `2018-02` or `2018-02-14`, as written. */
  readonly date?: string;
  /** UTC instant to the second, `2018-02-14T00:00:00Z`: the only time that artifacts know. */
  readonly modified: string;
  readonly publisher?: string;
  readonly series?: {
    readonly title: string;
    readonly number?: string;
    readonly note?: string;
    readonly url?: string;
  };
  /** A URN or DOI; always there: derived from title and author where the author gave none. */
  readonly identifier: string;
  /** 13 digits, no hyphens. */
  readonly isbn?: string;
  /** The same as its author parts it, `978-0-306-40615-7`, where he does. */
  readonly isbnPrinted?: string;
  /** As it is printed: `£14.99`. */
  readonly price?: string;
  /** Bare: `10.1000/182`. */
  readonly doi?: string;
  readonly rights?: string;
  readonly license?: string;
  readonly description?: string;
  readonly subjects: readonly string[];
  readonly cover?: {
    readonly image: string;
    readonly alt: string;
    readonly caption?: string;
    readonly credit?: string;
  };
  readonly theme: string;
  /** What sets the pages, where the author named one. */
  readonly typesetter?: TypesetterName;
  /** Trimmed page in millimetres; the theme's own where the author named none. */
  readonly trim?: { readonly width: number; readonly height: number };
  readonly notes: {
    readonly placement: "endnotes" | "footnotes";
    readonly numbering: "continuous" | "chapter";
  };
  /** What the printed contents list behind the chapters. */
  readonly contents?: { readonly figures?: boolean | undefined; readonly tables?: boolean | undefined };
  /** Words that the author has in place of the program's own. */
  readonly words?: Partial<Words>;
  /** What the outline of a PDF lists beside the headings. */
  readonly outline: { readonly figures: boolean; readonly tables: boolean };
  /** Who has certified that the e-book conforms to EPUB Accessibility; without it no conformance is claimed. */
  readonly certification?: Certification;
  /** Whether the chapters of the body carry numbers. */
  readonly numberedChapters: boolean;
  /** Whether the titles of groups carry numbers. */
  readonly numberedGroups: boolean;
  /** The printer's profile that the press edition is made to: a name, or the path of a YAML file. */
  readonly press: { readonly profile: string };
  readonly front: readonly string[];
  readonly body: readonly (string | ChapterGroup)[];
  readonly back: readonly string[];
  /** How grave the author takes a breach of a rule, by the rule's id; all others are as grave as rules.ts says. */
  readonly rules?: Readonly<Record<string, "off" | "info" | "warning" | "error">>;
}
