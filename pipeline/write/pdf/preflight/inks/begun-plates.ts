import type { PlateFiles } from "./plate-files.js";
import type { PageTold } from "./take-pages.js";

/** Plates that a second thread makes, and then reads page by page, while this one has other work. */
export interface BegunPlates {
  /** Rejects where they cannot be made. */
  readonly plates: Promise<PlateFiles>;
  /** Rejects where the thread fails, with a `RenderingError` where its plates cannot be rendered. */
  readonly ended: Promise<void>;
  /** The page, from 0, that nobody has taken yet: whoever reads pages takes the next. */
  readonly next: Int32Array;
  /** Have somebody told of each page that the thread reads, and now of those that it has read. */
  listen(hear: (told: PageTold) => void): void;
  /** End the thread, whatever it works at. */
  stop(): void;
}
