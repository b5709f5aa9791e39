/** What a comparison knows of one side: an edition as it was read. This file imports nothing of ours. */

/** A word, with where a person would look for it. */
export interface Word {
  readonly text: string;
  /** What is compared: numbers that quoin counts itself (`Figure 2`) are `#` in it. */
  readonly key: string;
  /** The key without hyphens, of a word that a line's end cut: the hyphen may be the typesetter's. */
  readonly bare?: string;
  /** Words of one block, a paragraph or a cell, have one number. */
  readonly block: number;
  /** The heading that it stands below; empty where there is none. */
  readonly section: string;
  /** The page as it is printed: `iv`, `12`; empty where none is known. */
  readonly page: string;
}

/** A word on a page: points from the page's top left corner. */
export interface PageWord extends Word {
  readonly box: Box;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Note {
  /** As printed, without its point: `12`. */
  readonly number: string;
  readonly text: string;
  readonly page: string;
}

/** A figure or a table. */
export interface Exhibit {
  /** The id that its author gave, or that was made; empty where the file tells none. */
  readonly id: string;
  /** `Figure 2`; empty where it has none. */
  readonly label: string;
  readonly caption: string;
  readonly page: string;
  /** A hash of what it shows; empty where that is unknown. */
  readonly picture: string;
}

/** An EPUB, as far as two of them are compared. */
export interface BookReading {
  readonly words: readonly Word[];
  readonly notes: readonly Note[];
  readonly exhibits: readonly Exhibit[];
  /** Content documents by their paths, `OEBPS/israel.xhtml`. */
  readonly files: readonly string[];
  /** `OEBPS/israel.xhtml#why-whisper` to the words by which it is known again: its heading, or its first words. */
  readonly targets: ReadonlyMap<string, string>;
  /** Addresses on the web that the book leads to. */
  readonly links: readonly string[];
  /** Title, authors, identifiers: by name, in the order of the package document. */
  readonly metadata: ReadonlyMap<string, string>;
}

/** A page of a PDF. */
export interface PdfPage {
  readonly label: string;
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** Of the text: no running heads, no folios, no words of drawings. */
  readonly words: readonly PageWord[];
  /** Where running heads and folios stand. */
  readonly furniture: readonly Box[];
}

/** A PDF, as far as two of them are compared. */
export interface PdfReading {
  readonly pages: readonly PdfPage[];
  readonly isTagged: boolean;
  readonly notes: readonly Note[];
  readonly exhibits: readonly Exhibit[];
  /** Named destinations, with the index of their page. */
  readonly destinations: ReadonlyMap<string, number>;
  readonly links: readonly string[];
}

/** What build.json says of a build, as far as it is compared. */
export interface BuildRecord {
  readonly messages: readonly RecordedMessage[];
}

export interface RecordedMessage {
  readonly file: string | null;
  readonly line: number | null;
  readonly ruleId: string | null;
  readonly severity: string;
  readonly reason: string;
}

/** A file that a side consists of. */
export interface EditionFile {
  readonly kind: "screen-pdf" | "press-pdf" | "cover-pdf" | "epub" | "preflight";
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly pages?: number;
}

/** One side of a comparison. */
export interface Edition {
  /** As the person named it. */
  readonly name: string;
  readonly files: readonly EditionFile[];
  readonly book?: BookReading;
  readonly pdf?: PdfReading;
  readonly record?: BuildRecord;
}
