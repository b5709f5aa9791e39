import type { StartThread, Thread } from "../../../../publication.js";
import { RenderingError } from "../raster/pdfium.js";
import type { PlateFiles } from "./plate-files.js";
import type { PlateReading, PlateWork } from "./read-plates.js";
import { type PageTold, type PlateTask, takePages } from "./take-pages.js";

/** Pages from which on a thread is worth that it must load the renderer, too: with fewer these are read meanwhile. */
const worthwhile = 100;

/** Who else may read pages, and who wants to know of them. */
export interface PlateSharing extends PlateWork {
  readonly startThread?: StartThread | undefined;
  /** Of each page, from 0, as soon as it is read; they come in no order. */
  readonly onReading: (page: number, reading: PlateReading) => void;
  /** Awaited after each page that is read here. */
  readonly onPage: (done: number, total: number) => Promise<unknown>;
}

/**
 * Read the plates of all pages, of many on a second thread as well: whoever is done with a page takes the next. Throws a
 * `RenderingError` of the first page that cannot be rendered, whoever had it.
 */
export async function sharePages(
  { files, pages }: PlateFiles,
  { limit, pictures, startThread, onReading, onPage }: PlateSharing,
): Promise<void> {
  const next = new Int32Array(new SharedArrayBuffer(4));
  const task: PlateTask = { files, pages, limit, pictures, next };
  const failures: { readonly page: number; readonly failure: string }[] = [];
  let done = 0;
  const hear = (told: PageTold) => {
    done++;
    if ("failure" in told) failures.push(told);
    else onReading(told.page, told.reading);
  };
  let thread: Thread | undefined;
  try {
    if (pages.length >= worthwhile) thread = startThread?.("take-pages", task, hear);
    // Both at once: a thread that fails while pages are read here is heard.
    await Promise.all([
      thread?.ended,
      takePages(task, (told) => {
        hear(told);
        return onPage(done, pages.length);
      }),
    ]);
  } finally {
    thread?.stop();
  }
  const [first] = failures.toSorted((a, b) => a.page - b.page);
  if (first) throw new RenderingError(first.failure);
}
