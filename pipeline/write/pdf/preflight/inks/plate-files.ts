/** Pixels an inch at which inks are measured. */
export const resolution = 72;

/** The plates that a document would be printed from, as data: a PDF for each ink. */
export interface PlateFiles {
  /** By the names of the inks; those that have names of their own come last. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Which inks each page is printed with, and the size of its plates in pixels, where it has none as well. */
  readonly pages: readonly PlatedPage[];
  /** The numbers (`12 0 R`) of images whose inks nobody can say: they cover nothing there. */
  readonly unread: readonly string[];
}

/** What is on a page: nothing but words, lines and surfaces, or what may have tones of any kind. */
export type Tones = "few" | "many";

export interface PlatedPage {
  readonly inks: readonly string[];
  readonly tones: Tones;
  readonly width: number;
  readonly height: number;
}
