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
