import type { Element, Root } from "hast";
import type { Division } from "./manuscript.js";
import type { Metadata } from "./metadata.js";
import type { Words } from "./words.js";

/** One unit of the reading order, finished: every id unique, every internal link `#id`. */
export interface Part {
  /** File stem in the EPUB, and the id of its section: `israel`, `notes`, `title-page`. */
  readonly id: string;
  /** `part-title` opens a group of chapters, which publishers call a part. */
  readonly kind: "cover" | "title-page" | "imprint" | "contents" | "part-title" | "chapter" | "notes";
  readonly division: Division;
  /** Plain text, for running heads, `<title>` and outlines. */
  readonly title: string;
  /** `3` for the third chapter of a numbered body; `Part I` for a part title. */
  readonly number?: string;
  /** Of a chapter in a group: the id of the part title that it stands below. */
  readonly group?: string;
  /** Exactly one child: the `<section id>` of this part. For `contents` an empty section that writers fill from `nav`. */
  readonly tree: Root;
}

/** An entry of the contents. */
export interface NavItem {
  /** Where it is that of a part title: those of its chapters stand below it. */
  readonly kind?: "part-title";
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
  /** They may be read anew whenever they are asked for: nobody keeps them. */
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
  readonly wrap: Wrap;
  readonly nav: readonly NavItem[];
  readonly exhibits: readonly Exhibit[];
  readonly images: ReadonlyMap<string, Image>;
  /** The localised words that writers print: `words.contents` is "Contents". */
  readonly words: Words;
}

/** What a cover in one piece shows beside the front: in print alone, and only where a printer takes the cover as a file of its own. */
export interface Wrap {
  readonly back: Root;
  readonly spine: Root;
}
