/**
 * What the functions of this folder share: they run inside the page, one after another, each self-contained, since only
 * its own source text travels there. This file holds types alone.
 */
import type { Destination, PageStart, Picture, SheetGeometry } from "../../../publication.js";

/** A page of Paged.js. */
export interface PagedPage {
  readonly element: HTMLElement;
  readonly blank?: boolean;
}

interface PagedChunker {
  readonly pages: readonly PagedPage[];
}

/** The part of Paged.js that is used here. */
export interface PagedLibrary {
  readonly Handler: new (chunker: PagedChunker, polisher: unknown, caller: unknown) => object;
  readonly Previewer: new (settings: {
    readonly hyphenGlyph: string;
  }) => {
    preview(content: DocumentFragment, styles: undefined, into: HTMLElement): Promise<unknown>;
  };
  readonly Chunker: { readonly prototype: { loadFonts(): Promise<unknown> } };
  registerHandlers(handler: new (chunker: PagedChunker, polisher: unknown, caller: unknown) => object): void;
}

/** One page, as its numbers came out. */
export interface NumberedPage {
  readonly folio: string;
  readonly side: "left" | "right";
  readonly blank: boolean;
  readonly partId: string;
}

/** What an element shows of itself: the text of its own text nodes, or the name of the picture that it is. */
export interface Shown {
  readonly text: string;
  readonly picture: boolean;
  /** The nearest `data-place`, or empty. */
  readonly place: string;
}

/** An element that is not on the pages as it was in the document, or not in its place. */
export interface TextProblem extends Shown {
  readonly kind: "lost" | "doubled" | "off-paper" | "off-area" | "off-column";
  /** The page where it begins or should have begun, from 0. */
  readonly page: number;
  /** Whether the element before it has a problem too. */
  readonly continues: boolean;
  /** The table that it stands in, by its `data-ref`. */
  readonly table?: string | undefined;
}

/** The pages as they were set and measured. */
export interface SetPages {
  readonly pages: readonly NumberedPage[];
  readonly problems: readonly TextProblem[];
  readonly destinations: readonly Destination[];
  readonly pictures: readonly Picture[];
  readonly geometry: SheetGeometry;
  /** With what each page begins. */
  readonly starts: readonly (PageStart | undefined)[];
}

/** What the steps leave to one another on `window`. */
export interface InPage {
  /** What there was to be seen before pagination, by `data-ref`, in the order of the document. */
  shown: Map<string, Shown>;
  pages: NumberedPage[];
  numberPage(page: HTMLElement, blank: boolean): NumberedPage;
}

declare global {
  interface Window {
    Paged: PagedLibrary;
    quoin: InPage;
    /** Set from outside where someone wants to know. */
    quoinPageDone?(pages: number): Promise<void>;
  }
}
