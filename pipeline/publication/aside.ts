/** Where glyphs of a composite font end, and what they mean. */
export interface Lettering {
  /** In thousandths of its size, by code; of codes that are not there, the standard one. Only where codes are of two bytes each. */
  readonly widths: { readonly widths: ReadonlyMap<number, number>; readonly standard: number } | undefined;
  /** What its table says of glyphs, by the four digits of their codes; undefined of those of which it does not. */
  readonly meanings: ReadonlyMap<string, string | undefined> | undefined;
}

/** The content of a page or a form, one character a byte. */
export interface Painting {
  readonly stream: string;
  /** Where its text objects stand in it. */
  readonly texts: readonly { readonly from: number; readonly to: number }[];
  /** By their names there. */
  readonly fonts: ReadonlyMap<string, Lettering>;
}

/**
 * A second thread, for long work that needs nothing of ours but data: the same comes of it where it is done in place. Each of its promises
 * rejects where the thread fails.
 */
export interface Aside {
  /** Say that there will be work: a thread takes a while to start. */
  ready(): void;
  /** Deflate bytes as PDFs are (RFC 1950). */
  deflate(bytes: Uint8Array): Promise<Uint8Array>;
  /** Write what paintings paint with fewer bytes, in their order. */
  shorten(paintings: readonly Painting[]): Promise<readonly Uint8Array[]>;
}
