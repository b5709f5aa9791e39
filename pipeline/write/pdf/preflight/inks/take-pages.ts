import { spooled } from "../../../../spooled.js";
import { openInPdfium, type Rendering, RenderingError } from "../raster/pdfium.js";
import type { PlateFiles } from "./plate-files.js";
import { type PlateReading, type PlateWork, readPlates } from "./read-plates.js";

/** Pages to be read, perhaps by several at once. */
export interface PlateTask extends Pick<PlateFiles, "files" | "pages">, PlateWork {
  /** The page, from 0, that nobody has taken yet, in memory that all of them share. */
  readonly next: Int32Array;
}

/** What a page came to; where it cannot be rendered, why. */
export type PageTold =
  | { readonly page: number; readonly reading: PlateReading }
  | { readonly page: number; readonly failure: string };

/** Take one page after the other, as long as there are any, and tell what each came to; after one that fails nobody takes any. */
export async function takePages(task: PlateTask, tell: (told: PageTold) => unknown): Promise<void> {
  const { files, pages, next } = task;
  const plates = new Map<string, Rendering>();
  try {
    for (const [ink, file] of files) plates.set(ink, await openInPdfium(spooled(file)));
    for (;;) {
      const page = Atomics.add(next, 0, 1);
      const plated = pages[page];
      if (!plated) return;
      const told = attempt(page, () => readPlates(plates, page, plated, task));
      if ("failure" in told) Atomics.store(next, 0, pages.length);
      await tell(told);
    }
  } finally {
    for (const rendering of plates.values()) rendering.close();
  }
}

function attempt(page: number, read: () => PlateReading): PageTold {
  try {
    return { page, reading: read() };
  } catch (error) {
    if (error instanceof RenderingError) return { page, failure: error.message };
    throw error;
  }
}
