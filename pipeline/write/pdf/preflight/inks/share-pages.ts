import { RenderingError } from "../raster/pdfium.js";
import type { BegunPlates } from "./begun-plates.js";
import type { PlateFiles } from "./plate-files.js";
import type { PlateReading, PlateWork } from "./read-plates.js";
import { type PageTold, takePages } from "./take-pages.js";

/** Who else reads pages, and who wants to know of them. */
export interface PlateSharing extends PlateWork {
  /** The thread that made the plates. */
  readonly begun?: Pick<BegunPlates, "next" | "ended" | "listen"> | undefined;
  /** Of each page, from 0, as soon as it is read; they come in no order. */
  readonly onReading: (page: number, reading: PlateReading) => void;
  /** Awaited after each page that is read here. */
  readonly onPage: (done: number, total: number) => Promise<unknown>;
}

/**
 * Read the plates of all pages, together with the thread that made them where there is one: whoever is done with a page takes the
 * next. Throws a `RenderingError` of the first page that cannot be rendered, whoever had it.
 */
export async function sharePages(
  { files, pages }: PlateFiles,
  { limit, pictures, begun, onReading, onPage }: PlateSharing,
): Promise<void> {
  const next = begun?.next ?? new Int32Array(new SharedArrayBuffer(4));
  const failures: { readonly page: number; readonly failure: string }[] = [];
  let done = 0;
  const hear = (told: PageTold) => {
    done++;
    if ("failure" in told) failures.push(told);
    else onReading(told.page, told.reading);
  };
  begun?.listen(hear);
  // Both at once: a thread that fails while pages are read here is heard.
  await Promise.all([
    begun?.ended,
    takePages({ files, pages, limit, pictures, next }, (told) => {
      hear(told);
      return onPage(done, pages.length);
    }),
  ]);
  const [first] = failures.toSorted((a, b) => a.page - b.page);
  if (first) throw new RenderingError(first.failure);
}
