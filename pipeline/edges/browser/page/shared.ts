/**
 * What the functions of this folder share: they run inside the page, one after another, each self-contained, since only
 * its own source text travels there. This file holds types alone.
 */
import type { Destination, PageStart, Picture, Reached, SheetGeometry } from "../../../publication.js";

/** A page of Paged.js. */
export interface PagedPage {
  readonly element: HTMLElement;
  readonly blank?: boolean;
}

/** A place in the source where a page ends: a node, and how much of its text is already set. */
export interface BreakToken {
  readonly node?: Node | undefined;
  readonly offset?: number;
}

/** What sets one page of Paged.js. */
export interface PagedLayout {
  /** Find where a text leaves the page; undefined where none of its words does. */
  textBreak(text: Text, start: number, end: number, top: number, bottom: number): number | undefined;
}

/** A page of Paged.js that can be set, and set again. */
export interface TrialPage extends PagedPage {
  readonly area: HTMLElement;
  /** Holds the content of the page, once it was set. */
  readonly wrapper?: HTMLElement;
  layout(
    content: DocumentFragment,
    from: BreakToken | false,
    maxChars: number,
  ): Promise<BreakToken | undefined>;
}

/** Where a page begins: in the text, and with what the pages before it owe to the notes. */
export interface PagePlace {
  /** False at the beginning of the text, undefined behind its end. */
  readonly token: BreakToken | false | undefined;
  /** What is left of notes that began before, then notes that found no room yet. */
  readonly rest: readonly HTMLElement[];
  /** The notes whose first call is past, by the address of their links: `#fn-3`. */
  readonly begun: ReadonlySet<string>;
}

/** A page as it was set on trial: where the next one begins, and how much room the notes at its foot took. */
export interface SetPage extends PagePlace {
  readonly notesHeight: number;
  /** Pixels between its text and its notes that neither could use. */
  readonly free: number;
}

interface Hook {
  trigger(...parameters: unknown[]): Promise<unknown>;
}

export interface PagedChunker {
  readonly pages: readonly PagedPage[];
  readonly maxChars: number;
  readonly hooks: Readonly<Record<"beforePageLayout" | "afterPageLayout" | "finalizePage", Hook>>;
  addPage(): TrialPage;
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
  /** The table or formula that it stands in, of which one message tells: a name for it, and the source of a formula. */
  readonly whole?: { readonly name: string; readonly formula?: string | undefined } | undefined;
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
  readonly late: readonly LateNote[];
}

/** A note that begins on a page behind that of its call. */
export interface LateNote {
  readonly number: string;
  readonly place: string;
  /** The page of the call, from 0. */
  readonly page: number;
}

/** What the steps leave to one another on `window`. */
export interface InPage {
  /** Notes for the foot of pages, by the address of their links; they stand in no page's text. */
  notes: Map<string, HTMLElement>;
  /** What the pages so far owe to the next one. */
  place: Pick<PagePlace, "rest" | "begun">;
  late: LateNote[];
  /** Set a page on trial, its content so many pixels less high than it could be. */
  setPage(
    page: TrialPage,
    content: DocumentFragment,
    from: PagePlace,
    maxChars: number,
    shorter: number,
  ): Promise<SetPage>;
  /** Cut a note that is laid out behind the last line that may end there within `room` pixels; the rest, or nothing where it cannot be cut. */
  splitNote(note: HTMLElement, room: number): HTMLElement | undefined;
  /** Put notes to the foot of a page as far as `room` pixels reach. */
  fillFoot(page: HTMLElement, notes: readonly HTMLElement[], room: number): FilledFoot;
  /** The height that each of the notes takes, and that of the frame around all of them. */
  measureNotes(page: HTMLElement, notes: readonly HTMLElement[]): { heights: number[]; frame: number };
  /** What there was to be seen before pagination, by `data-ref`, in the order of the document. */
  shown: Map<string, Shown>;
  pages: NumberedPage[];
  /** What of the document each of them is. */
  elements: HTMLElement[];
  /** Whether Paged.js has not seen the style sheet of the edition. */
  isEditionApart: boolean;
  /** Whether a style sheet counts something through the document, or means a page by its number. */
  isCounting: boolean;
  numberPage(page: HTMLElement, blank: boolean): NumberedPage;
}

/** What became of the notes of a page. */
export interface FilledFoot {
  readonly height: number;
  readonly rest: readonly HTMLElement[];
}

declare global {
  interface Window {
    Paged: PagedLibrary;
    quoin: InPage;
    /** Set from outside where someone wants to know. */
    quoinReached?(reached: Reached): Promise<void>;
  }
}
