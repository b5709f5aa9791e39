/** Something counted, and where. */
export interface Measured {
  readonly value: number;
  /** Inside the book, with a fragment where there is one: `OEBPS/notes.xhtml#fn-3`. */
  readonly path: string;
}
