import type { VFileMessage } from "vfile-message";
import type { PrintDocument, SheetGeometry } from "./print-document.js";
import type { Spooled } from "./spool.js";

/** With what a page begins: a block of a part's tree, and how many of its characters (spaces do not count) come before. */
export interface PageStart {
  /** `israel/12`: the part, and the block of its tree. */
  readonly origin: string;
  readonly offset: number;
}

/** One page as it was set. */
export interface Page {
  /** From 0. */
  readonly index: number;
  /** As printed: `iv`, `12`; empty where nothing counts (the cover). */
  readonly folio: string;
  readonly side: "left" | "right";
  readonly blank: boolean;
  /** The part whose content the page shows. */
  readonly partId: string;
  /** Undefined where the page shows nothing of the tree: a blank page. */
  readonly start?: PageStart;
}

/** What an e-book needs to know of a page of the print edition. */
export type PrintPage = Pick<Page, "folio" | "start">;

/** The pages of the print edition, or why an e-book cannot list them: none was set, they are of other content, setting failed. */
export type PrintPages =
  | { readonly pages: readonly PrintPage[] }
  | { readonly lack: "unset" | "changed" | "failed" };

/** The pages of a typesetting, kept for the time when the e-book is written alone. */
export interface PageMap {
  /** SHA-256, in hex, of what was set and of these pages. */
  readonly seal: string;
  readonly pages: readonly PrintPage[];
}

/** Where an id stands: page index from 0, CSS pixels from the page's trim corner at top left. */
export interface Destination {
  readonly id: string;
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** Where a picture stands, its caption with it: CSS pixels from the page's trim corner at top left. */
export interface Picture {
  /** What is said of it in words. */
  readonly alt: string;
  /** From 0. */
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A run of a document as the browser printed it: a PDF. */
export interface Print {
  readonly file: Spooled;
  /** Images that are not in it yet, by the names of their places. */
  readonly images?: ReadonlyMap<string, Spooled>;
  /** How many of the document's pages it has. */
  readonly pages: number;
  /** Whether a page stands before them that is there only to turn them to their side. */
  readonly hasLead: boolean;
  /** Where the languages of blocks bear signs that recur in place of their keys: which block each is of, in the order of the print's tags. */
  readonly signed?: readonly SignedPart[];
}

/** The blocks of a part in the order of their tags: of each the sign that it bears and its key, both as they are written behind its language. */
export interface SignedPart {
  readonly partId: string;
  readonly blocks: readonly (readonly [sign: string, key: string])[];
}

/** What a typesetter hands back. */
export interface Typeset {
  /** The runs of the document, in their order; mostly one. `openPrints` makes one PDF of them. */
  readonly prints: readonly Print[];
  /** The sheet as it was measured: its trim begins at `bleed` from the page's top left corner. */
  readonly geometry: SheetGeometry;
  readonly pages: readonly Page[];
  readonly destinations: readonly Destination[];
  /** In the order of the document. */
  readonly pictures: readonly Picture[];
  readonly messages: readonly VFileMessage[];
  /** `HeadlessChrome/147.0.7727.0`. */
  readonly browser: string;
}

/** How far a typesetter has come with a document, counted when it is done and not before. */
export interface Reached {
  /**
   * What is done with it, one after the other: its chapters are brought into the browser, laid out on pages, which then get their numbers, are measured and
   * printed. Paged.js tells of laying out alone.
   */
  readonly step: "loading" | "laying" | "numbering" | "measuring" | "printing";
  /** Chapters that are through this step, and how many there are. */
  readonly chapters: number;
  readonly of: number;
  /** Pages that are through this step; none while chapters are brought in. */
  readonly pages: number;
  /** Of the document's characters, those that are through this step: 0 to 1. */
  readonly share: number;
}

/** Who wants to know how far a typesetter has come, to use the time in which the browser works alone. */
export interface TypesettingWatcher {
  /** All that the document needs has reached the browser; it asks for nothing more until the pages are known. */
  readonly received?: () => void;
  /** The pages of another edition of the document are set, and will be printed for this one as well; where that cannot be, it is set after all. */
  readonly shared?: () => void;
  /** One page, or one chapter, more is through a step. */
  readonly reached?: (reached: Reached) => void;
  /** The pages are known; the PDF is printed next. */
  readonly paged?: (pages: readonly Page[]) => void;
  /** Ends the work on the document, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** The one door to a browser. */
export interface Typesetter {
  /**
   * Name what decides, beside a document, which bytes come of it: the browser build and the limits; starts nothing. What is
   * set by a typesetter without it is not kept for later runs.
   */
  readonly build?: () => Promise<string>;
  /** Set a print document into pages. Throws a VFileMessage (`browser-missing`, `browser-died`, `browser-room`, `browser-timeout`). */
  typeset(document: PrintDocument, watcher?: TypesettingWatcher): Promise<Typeset>;
  /** Picture an HTML document as a JPEG of the given size in pixels. Throws as `typeset`. */
  picture(
    document: Pick<PrintDocument, "html" | "resources">,
    width: number,
    height: number,
  ): Promise<Uint8Array>;
}
