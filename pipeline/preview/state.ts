/** What the preview's page is told: the server writes it as JSON, the page reads it. */
import type { Severity } from "../report.js";

/** One typeset page. */
export interface ShownPage {
  /** Address of the PDF that holds it, and its index there, from 0. */
  readonly pdf: string;
  readonly index: number;
  /** Points around the trim that the PDF's page has and a reader never sees. */
  readonly bleed: number;
  readonly folio: string;
  readonly side: "left" | "right";
  /** The part that it belongs to. */
  readonly part: string;
}

/** One message, with a link to its line where there is one. */
export interface ShownMessage {
  readonly severity: Severity;
  /** Relative to the publication folder where it lies there. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly rule?: string;
  readonly reason: string;
  readonly href?: string;
}

/** The last pages and the last book that were good, and what is wrong now. */
export interface PreviewState {
  readonly title: string;
  /** Whether a change is being worked on. */
  readonly work: "going" | "done";
  /** Whether the manuscript as it is now could be made: if not, what is shown is of an earlier one. */
  readonly outcome: "good" | "failed";
  readonly pages: readonly ShownPage[];
  /** Address of the EPUB. */
  readonly book?: string;
  readonly messages: readonly ShownMessage[];
}
