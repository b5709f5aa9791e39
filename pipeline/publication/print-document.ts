/** A resource that a print document may ask for; every other request is refused. */
export interface Resource {
  readonly mediaType: string;
  /** Those of an image may be read anew whenever they are asked for: nobody keeps them. */
  readonly bytes: Uint8Array;
}

/** Lengths of a sheet in CSS pixels (1/96 inch). */
export interface SheetGeometry {
  readonly trimWidth: number;
  readonly trimHeight: number;
  /** Around the trim on all four sides. */
  readonly bleed: number;
}

/** What sets pages: Paged.js in a browser, or the browser's own pagination. */
export type TypesetterName = "paged" | "native";

/** What sets the pages of a publication, and why. */
export interface TypesetterChoice {
  readonly name: TypesetterName;
  readonly reason: string;
}

/** What of a print document is foreseen before there is one. */
export interface Foreseen {
  readonly typesetter: TypesetterName;
  /** Its HTML will have more. */
  readonly characters: number;
}

/** What one edition makes of a document that it shares with others. */
export interface DocumentEdition {
  /** Its own style sheet, which stands where the document's HTML has room for one. */
  readonly css: string;
  /** The ids of parts that it does not have. */
  readonly leftOut: readonly string[];
}

/** An HTML document ready for a typesetter. */
export interface PrintDocument {
  /** What is to set it; Paged.js where nothing is said. */
  readonly typesetter?: TypesetterName;
  /** Of all editions on paper of the same size, where it has editions. */
  readonly html: string;
  readonly edition?: DocumentEdition;
  /** By absolute path of the URL: `/fonts/x.ttf`. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly geometry: SheetGeometry;
  /** By the ids of its parts, the paths of the images that each shows as they are, and on one page: what stands in the head of a table may come again. */
  readonly shown?: ReadonlyMap<string, readonly string[]>;
  /** What is only looked at needs no tags, and is printed sooner without them. */
  readonly tags?: "none";
}
