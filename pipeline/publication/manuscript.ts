import type { Metadata } from "./metadata.js";

/** Divide a book as bookmakers do. */
export type Division = "front" | "body" | "back";

/** One Markdown file as it lay on disk, in reading order. */
export interface Source {
  /** Relative to the publication folder, with forward slashes: `one.md`. */
  readonly path: string;
  readonly division: Division;
  /** The entry of the body, from 0, that holds it in a group. */
  readonly group?: number;
  /** Whether it opens its group: its title is the group's. */
  readonly opensGroup?: true;
  readonly bytes: Uint8Array;
}

/** An image file of the publication folder: its bytes, which may be read anew whenever they are asked for, so nobody keeps them; or why they were refused. */
export type ImageFile =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly problem: "outside" | "unreadable"; readonly detail: string };

/** What the author wrote, loaded and not yet understood. */
export interface Manuscript {
  readonly metadata: Metadata;
  /** Where a value of publication.yaml stands, for messages: `placeOf("cover", "image")`. */
  readonly placeOf: (...path: readonly (string | number)[]) => Place;
  /** publication.yaml as it lay on disk. */
  readonly yaml: Uint8Array;
  readonly sources: readonly Source[];
  /** Millions of pixels that an image other than a JPEG may have: 100 where nothing is said. */
  readonly mostPixels?: number;
  /** By path relative to the publication folder. */
  readonly images: ReadonlyMap<string, ImageFile>;
}

/** A point in a file that a person can go to; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
