/**
 * What the functions of this folder share: they run inside the page, each self-contained, since only its own source text travels
 * there. This file holds types alone.
 *
 * Chromium breaks columns as it breaks pages: where a column is as large as a page's text area, the columns of a part show, before
 * anything is printed, what its pages will hold. They are measured, mended and numbered; then the same document is printed.
 */
import type { PageStart, Reached, SignedPart } from "../../../publication.js";
import type { NumberedPage, SetPages } from "../page/shared.js";

/** What of a sheet's width a side of the spread uses, in CSS pixels. */
export interface SideBox {
  /** From the trim's left edge to the area that is printed. */
  readonly area: number;
  /** From the area's left edge: where text may begin, and where it must end. */
  readonly from: number;
  readonly to: number;
}

/** The page as the style sheets describe it, in CSS pixels. */
export interface Sheet {
  readonly trimWidth: number;
  readonly trimHeight: number;
  /** Around the trim at the top and at the left; at the other edges it is at least this. */
  readonly bleed: number;
  readonly width: number;
  readonly height: number;
  /** From the trim to the first line. */
  readonly top: number;
  /** Height of the text area. */
  readonly column: number;
  /** Width of the area that is printed: the lines, and what either side may use beside them. */
  readonly area: number;
  /** What lies in the area beside the lines. */
  readonly before: number;
  readonly after: number;
  readonly left: SideBox;
  readonly right: SideBox;
  /** Where the first page lies: what is written from right to left is bound at the right. */
  readonly opensOn: "left" | "right";
  /** Names of pages that have no margins: what they show reaches into the bleed. */
  readonly full: readonly string[];
}

/** A part of the document, whichever run it is set in: of other runs' parts the section is empty. */
export interface PlacedPart {
  /** Of the section's `data-part`, or else its index. */
  readonly id: string;
  readonly section: HTMLElement;
  /** The name of its pages. */
  readonly page: string;
  /** Whether its pages have no margins. */
  readonly isFull: boolean;
  /** The side that it must begin on, where the style sheet asks for one. */
  readonly opens: "left" | "right" | undefined;
  /** The page that it begins with, from 0; a blank one may stand before it. */
  first: number;
  blanksBefore: number;
  pages: number;
}

/** A part of this run in its columns. */
export interface ColumnPart extends PlacedPart {
  readonly columns: HTMLElement;
}

/** Where a target stands: the id of its part, and the index of the page within it. */
export type TargetPlace = readonly [partId: string, page: number];

/** What runs tell one another. */
export interface Measured {
  /** Pages of each part, by its id; what other runs hold is not there. */
  readonly lengths: Readonly<Record<string, number>>;
  /** The ids whose folios are written somewhere. */
  readonly targets: Readonly<Record<string, TargetPlace>>;
}

/** A run while it is set. */
export interface Run {
  /** Ids of what the other runs show. */
  readonly elsewhere: readonly string[];
  /** Ids whose folios are written somewhere in the document. */
  readonly wanted: readonly string[];
  /** Whether a style sheet counts something through the whole document. */
  readonly isCounting: boolean;
  /** Of the whole document's characters, those of each part. */
  readonly shares: ReadonlyMap<HTMLElement, number>;
  /** How far it is, as it was told last. */
  reached?: Reached;
  parts: readonly ColumnPart[];
  all: readonly PlacedPart[];
  sheet?: Sheet;
  /** What was measured before it was readied to be printed, and its pages then. */
  closed?: { readonly measured: Measured; readonly pages: readonly HeadedPage[] };
}

declare global {
  interface Window {
    quoinRun: Run;
  }
}

/** A box on its page: CSS pixels from the upper left corner of the page's text area. */
export interface PlacedBox {
  /** Index in the part, from 0. */
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A piece of what a part shows, all of it on one page: some text of a node, or a picture. */
export interface Piece {
  readonly page: number;
  readonly node: Text | Element;
  /** Where in the node's text it begins and ends. */
  readonly from: number;
  readonly to: number;
}

/** Where a page ends in a cell: before what stands there in the node. Undefined behind all that the cell holds. */
export type CellEnd = readonly [node: Node, offset: number] | undefined;

/** A cell that reaches into a row from above: the column where it begins, and how many rows it fills from that row on. */
export interface SpanInto {
  readonly cell: HTMLTableCellElement;
  readonly column: number;
  readonly rows: number;
}

/** The pages with what stands at their head and foot. */
export interface HeadedPage extends NumberedPage {
  readonly head: string;
}

/** What came of a run's columns; the numbers stand in its document. */
export type ColumnPages = Omit<SetPages, "geometry" | "late" | "starts"> & {
  readonly sheet: Sheet;
  /** `next`: the page begins where the one behind it does, which another run knows. */
  readonly starts: readonly (PageStart | "next" | undefined)[];
  /** An empty page will be printed first, for Chromium takes its first page for a first one. */
  readonly hasLead: boolean;
  readonly signed: readonly SignedPart[];
};
