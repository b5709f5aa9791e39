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

/** An HTML document ready for a typesetter. */
export interface PrintDocument {
  /** What is to set it; Paged.js where nothing is said. */
  readonly typesetter?: TypesetterName;
  readonly html: string;
  /** By absolute path of the URL: `/fonts/x.ttf`. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly geometry: SheetGeometry;
  /** What is only looked at needs no tags, and is printed sooner without them. */
  readonly tags?: "none";
}
