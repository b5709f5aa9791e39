/**
 * The central types. This file imports nothing of ours; every other file may import it.
 *
 * Manuscript -> Publication -> Artifact, by the verbs load, read, assemble, write, save.
 */
import type { Element, ElementContent, Root } from "hast";
import type { VFileMessage } from "vfile-message";

/** Divide a book as bookmakers do. */
export type Division = "front" | "body" | "back";

/** One Markdown file as it lay on disk, in reading order. */
export interface Source {
  /** Relative to the publication folder, with forward slashes: `one.md`. */
  readonly path: string;
  readonly division: Division;
  readonly bytes: Uint8Array;
}

/** An image file of the publication folder: its bytes, or why they were refused. */
export type ImageFile =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly problem: "outside" | "unreadable"; readonly detail: string };

/** What the author wrote, loaded and not yet understood. */
export interface Manuscript {
  readonly metadata: Metadata;
  /** Where a value of publication.yaml stands, for messages: `placeOf("cover", "image")`. */
  readonly placeOf: (...path: readonly (string | number)[]) => Place;
  readonly sources: readonly Source[];
  /** By path relative to the publication folder. */
  readonly images: ReadonlyMap<string, ImageFile>;
}

/** A point in a file that a person can go to; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

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
  /** Trimmed page in millimetres; the theme's own where the author named none. */
  readonly trim?: { readonly width: number; readonly height: number };
  readonly notes: {
    readonly placement: "endnotes" | "footnotes";
    readonly numbering: "continuous" | "chapter";
  };
  /** What the outline of a PDF lists beside the headings. */
  readonly outline: { readonly figures: boolean; readonly tables: boolean };
  /** Who has certified that the e-book conforms to EPUB Accessibility; without it no conformance is claimed. */
  readonly certification?: Certification;
  /** Whether the chapters of the body carry numbers. */
  readonly numberedChapters: boolean;
  /** The printer's profile that the press edition is made to: a name, or the path of a YAML file. */
  readonly press: { readonly profile: string };
  readonly front: readonly string[];
  readonly body: readonly string[];
  readonly back: readonly string[];
  /** How grave the author takes a breach of a rule, by the rule's id; all others are as grave as rules.ts says. */
  readonly rules?: Readonly<Record<string, "off" | "info" | "warning" | "error">>;
}

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
  readonly path: string;
  readonly division: Division;
  /** DPUB-ARIA role where the chapter has one: `doc-chapter`, `doc-conclusion`. */
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

/** One unit of the reading order, finished: every id unique, every internal link `#id`. */
export interface Part {
  /** File stem in the EPUB, and the id of its section: `israel`, `notes`, `title-page`. */
  readonly id: string;
  readonly kind: "cover" | "title-page" | "imprint" | "contents" | "chapter" | "notes";
  readonly division: Division;
  /** Plain text, for running heads, `<title>` and outlines. */
  readonly title: string;
  /** `3` for the third chapter of a numbered body. */
  readonly number?: string;
  /** Exactly one child: the `<section id>` of this part. For `contents` an empty section that writers fill from `nav`. */
  readonly tree: Root;
}

/** An entry of the contents. */
export interface NavItem {
  readonly title: string;
  readonly number?: string;
  /** The id that it leads to. */
  readonly id: string;
  readonly partId: string;
  readonly division: Division;
  readonly authors: readonly string[];
  readonly children: readonly NavItem[];
}

/** A figure or table, for lists of them and for named destinations. */
export interface Exhibit {
  readonly kind: "figure" | "table";
  readonly id: string;
  readonly partId: string;
  /** `Figure 2`. */
  readonly label: string;
  /** Plain text of the caption. */
  readonly caption: string;
}

/** A measured image that the publication uses. */
export interface Image {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mediaType: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/svg+xml";
  /** Pixels, or the user units of an SVG's viewBox. */
  readonly width: number;
  readonly height: number;
  /** The parsed and sanitised drawing; only where mediaType is SVG. */
  readonly svg?: Element;
}

/** The whole work, format-neutral. Nobody changes it: clone a tree, then change the clone. */
export interface Publication {
  readonly metadata: Metadata;
  /** In reading order, from the cover to the last page. */
  readonly parts: readonly Part[];
  readonly nav: readonly NavItem[];
  readonly exhibits: readonly Exhibit[];
  readonly images: ReadonlyMap<string, Image>;
  /** The localised words that writers print: `words.contents` is "Contents". */
  readonly words: Words;
}

/** What the program itself says in a publication, in the publication's language. */
export interface Words {
  readonly contents: string;
  readonly contributors: string;
  readonly notes: string;
  readonly figure: string;
  readonly table: string;
  readonly note: string;
  readonly cover: string;
  readonly titlePage: string;
  readonly imprint: string;
  readonly landmarks: string;
  readonly pageList: string;
  readonly startOfContent: string;
  readonly chapter: string;
  /** "Back to reference {n}". */
  readonly backToCall: string;
  /** "See page {n}.": stands at the foot of a page where a note is called again. */
  readonly seePage: string;
  /** "Cover of {title}". */
  readonly coverOf: string;
  readonly by: string;
  readonly listOfFigures: string;
  readonly listOfTables: string;
  /** "Description of {label}", of a figure. */
  readonly descriptionOf: string;
  /** The same, of a picture without a label. */
  readonly description: string;
}

/** A face of a font, with its bytes. */
export interface FontFace {
  readonly family: string;
  readonly weight: number;
  readonly style: "normal" | "italic";
  /** `SourceSerif4SmText-Regular.ttf`. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Licence name and file, for notices. */
  readonly license: string;
  /** What a face is for that is none for running text: mathematics, or writing that the theme's text faces lack. */
  readonly for?: "formulas" | "scripts";
}

/** A colour as a house has it printed. */
export interface HouseInk {
  /** Per cent of cyan, magenta, yellow and black. */
  readonly cmyk: readonly [cyan: number, magenta: number, yellow: number, black: number];
  /** The name of an ink of its own, `PANTONE 1807 C`; where a printer takes none, `cmyk` stands for it. */
  readonly spot?: string;
}

/** A folder of templates/, loaded; what it lacks came from templates/report. */
export interface Theme {
  readonly name: string;
  readonly trim: { readonly width: number; readonly height: number };
  /** Whether chapters open on a right-hand page. */
  readonly rectoOpeners: boolean;
  /** Levels of headings in the contents: 1 is chapters alone. */
  readonly contentsDepth: number;
  /** Colours by name, as CSS hex; `accent`, `ink`, `soft`, `tint`, `deep`, `sand`. */
  readonly palette: Readonly<Record<string, string>>;
  /** What a press prints for colours of the palette, by their names; it converts those that have no ink here. */
  readonly inks: Readonly<Record<string, HouseInk>>;
  /** CSS text by file name: `print.css`, `screen.css`, `cover.css`, `book.css`. */
  readonly styles: Readonly<Record<string, string>>;
  /** Mustache templates by file name: `cover.html`, `title-page.html`, `imprint.html`. */
  readonly pages: Readonly<Record<string, string>>;
  readonly printFonts: readonly FontFace[];
  readonly bookFonts: readonly FontFace[];
}

/** A printer's profile: what a printer asks of a press PDF, as data. Lengths are millimetres. */
export interface PressProfile {
  /** As publication.yaml names it: `offset-eu`, `press/our-printer.yaml`. */
  readonly name: string;
  readonly title: string;
  /** Part of ISO 15930 that the PDF is built to. */
  readonly standard: "PDF/X-4" | "PDF/X-1a" | "none";
  /** The inks: four, black alone, or whatever the printer makes of sRGB. */
  readonly colour: "cmyk" | "grey" | "rgb";
  /** Always there where the colours are CMYK or the standard is one. */
  readonly output?: OutputCondition;
  /** Per cent of all inks together at one point; 400 is no limit. */
  readonly inkLimit: number;
  /** What is printed beyond the trim; `spine` is the edge that is bound. */
  readonly bleed: {
    readonly top: number;
    readonly bottom: number;
    readonly outside: number;
    readonly spine: number;
  };
  readonly marks: readonly ("crop" | "registration")[];
  /** Up to so many pages, text keeps this distance from the spine; ascending. */
  readonly gutter: readonly { readonly pages: number; readonly least: number }[];
  /** From the trim to the nearest text, at the three other edges. */
  readonly safety: number;
  readonly pages: {
    readonly multipleOf: number;
    readonly least: number;
    readonly most: number;
    readonly lastBlank: boolean;
  };
  /** Pixels an inch of images at the size at which they are placed: what is asked for, and what is refused below. */
  readonly images: { readonly wanted: number; readonly least: number };
  /** The thinnest line that prints. */
  readonly hairline: number;
  readonly forbidden: readonly Forbidden[];
  /** Of one page, half a leaf; the width of the spine follows from it. */
  readonly pageThickness: number;
}

/** What a printer may refuse in a PDF. */
export type Forbidden =
  | "annotations"
  | "bookmarks"
  | "encryption"
  | "layers"
  | "metadata"
  | "scripts"
  | "spot-colours"
  | "transparency";

/** The press, ink and paper that a PDF is made for (ISO 15930-7, 6.2), and how colours get there. */
export interface OutputCondition {
  /** The ICC profile of the condition. */
  readonly icc: Uint8Array;
  /** As its registry calls it: `FOGRA39`. */
  readonly condition: string;
  readonly registry?: string;
  readonly description?: string;
  readonly intent: "perceptual" | "relative";
  /** Whether the darkest colour of a picture becomes the darkest of the press. */
  readonly blackPoint: "compensate" | "keep";
}

/** A resource that a print document may ask for; every other request is refused. */
export interface Resource {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Lengths of a sheet in CSS pixels (1/96 inch). */
export interface SheetGeometry {
  readonly trimWidth: number;
  readonly trimHeight: number;
  /** Around the trim on all four sides. */
  readonly bleed: number;
}

/** An HTML document ready for a typesetter. */
export interface PrintDocument {
  readonly html: string;
  /** By absolute path of the URL: `/fonts/x.ttf`. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly geometry: SheetGeometry;
}

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

/** What a typesetter hands back. */
export interface Typeset {
  readonly pdf: Uint8Array;
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

/** Who wants to know how far a typesetter has come, to use the time in which the browser works alone. */
export interface TypesettingWatcher {
  /** All that the document needs has reached the browser; it asks for nothing more until the pages are known. */
  readonly received?: () => void;
  /** The pages are known; the PDF is printed next. */
  readonly paged?: (pages: readonly Page[]) => void;
}

/** The one door to a browser. */
export interface Typesetter {
  /** Set a print document into pages. Throws a VFileMessage (`browser-missing`, `browser-died`, `browser-timeout`). */
  typeset(document: PrintDocument, watcher?: TypesettingWatcher): Promise<Typeset>;
  /** Picture an HTML document as a JPEG of the given size in pixels. Throws as `typeset`. */
  picture(
    document: Pick<PrintDocument, "html" | "resources">,
    width: number,
    height: number,
  ): Promise<Uint8Array>;
}

/** Progress of long work; the command line decides how to show it. */
export type Progress =
  | { readonly stage: string; readonly done: number; readonly total?: number }
  | { readonly stage: string; readonly finished: true; readonly ms: number };

/** What a writer is handed from outside. */
export interface Tools {
  readonly typesetter: Typesetter;
  /** The printer's profile; only the press edition asks for it. */
  readonly profile?: PressProfile;
  readonly progress: (progress: Progress) => void;
  /** Let what waits for an answer have it; to be called between pieces of long work. */
  readonly pause: () => Promise<unknown>;
  /** Milliseconds since some moment, for the lengths of stages; never for what is written. */
  readonly clock: () => number;
  /** The pages of the print edition, set beside this one or kept of the last time; not there where nobody asked for them. */
  readonly printPages?: Promise<PrintPages>;
  /** The pages of the last typesetting, of whatever content it was. */
  readonly keptPages?: PageMap;
}

/** The work as issued for one use; as on the command line: `--only epub`. */
export type Edition = "screen" | "press" | "epub";

/** Named bytes with a media type. */
export interface Artifact {
  readonly kind: "screen-pdf" | "press-pdf" | "epub";
  /** File name, without a folder. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Pages of a PDF. */
  readonly pages?: number;
}

/** What a writer returns: the artifact, or messages that say why there is none. */
export interface Written {
  readonly artifact?: Artifact;
  readonly messages: readonly VFileMessage[];
}

/** One output format. */
export interface Writer {
  readonly edition: Edition;
  write(publication: Publication, theme: Theme, tools: Tools): Promise<Written>;
}
