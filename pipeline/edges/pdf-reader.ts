/** The door to PDFs of anyone: PDF.js reads them in the browser, where a hostile one does no harm. */
import type { Look, Looked } from "../diff/looks.js";
import type { RawPdf } from "../diff/raw-pdf.js";
import type { TypesetterOptions } from "./browser/options.js";
import { createSession } from "./browser/session.js";
import { openTab } from "./browser/tab.js";
import { lookAt } from "./pdf/page/look-at.js";
import { readRaw } from "./pdf/page/read-raw.js";
import { showPdfs } from "./pdf/show-pdfs.js";

/** A reader of PDFs, and the life of the browser behind it. */
export interface PdfReader {
  /** Read a PDF; a string says in a few words why it cannot be. Throws the session's messages. */
  read(bytes: Uint8Array): Promise<RawPdf | string>;
  /** Look at pairs of pages of two PDFs that can be read; `onLooked` is told how many were looked at. Throws as `read`. */
  look(
    old: Uint8Array,
    now: Uint8Array,
    looks: readonly Look[],
    onLooked?: (done: number) => void,
  ): Promise<readonly Looked[]>;
  close(): Promise<void>;
}

/** Pages of one question to the browser: its answer is held in memory as one text. */
const batch = 6;

const address = "/read.pdf";

/** Make a reader whose browser starts when it is first needed. */
export function createPdfReader(options: Pick<TypesetterOptions, "signal" | "onWork"> = {}): PdfReader {
  const session = createSession(options);
  return {
    // A page takes some 20 ms.
    read: (bytes) =>
      session.use(180_000, openTab, async (tab) => {
        await showPdfs(tab, new Map([[address, bytes]]));
        return tab.page.evaluate(readRaw, address);
      }),
    look: (old, now, looks, onLooked = () => undefined) =>
      session.use(180_000 + 5_000 * looks.length, openTab, async (tab) => {
        const [before, after] = ["/old.pdf", "/new.pdf"] as const;
        await showPdfs(
          tab,
          new Map([
            [before, old],
            [after, now],
          ]),
        );
        const looked: Looked[] = [];
        for (let from = 0; from < looks.length; from += batch) {
          looked.push(...(await tab.page.evaluate(lookAt, before, after, looks.slice(from, from + batch))));
          onLooked(looked.length);
        }
        return looked;
      }),
    close: () => session.close(),
  };
}
