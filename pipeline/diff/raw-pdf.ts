/** A PDF as PDF.js reads it, before anything is made of it; plain data that a browser can hand out. */
export interface RawPdf {
  readonly pages: readonly RawPage[];
  /** Named destinations, with the index of their page. */
  readonly destinations: readonly (readonly [name: string, page: number])[];
}

export interface RawPage {
  /** Null where the PDF labels no pages. */
  readonly label: string | null;
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly runs: readonly RawRun[];
  /** Null where the page has no tags. */
  readonly tags: RawTag | null;
  readonly links: readonly string[];
}

/** A stretch of text on one line: points from the page's top left corner to the foot of its letters. */
export interface RawRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of its letters. */
  readonly size: number;
  /** Whether a line ends behind it. */
  readonly ends: boolean;
  /** The marked content that it belongs to; empty where it belongs to none. */
  readonly mark: string;
  readonly isArtifact: boolean;
}

/** A structure element, or a piece of marked content. */
export interface RawTag {
  /** Empty for marked content. */
  readonly role: string;
  /** Of marked content. */
  readonly mark?: string;
  readonly alt?: string;
  readonly children: readonly RawTag[];
}
