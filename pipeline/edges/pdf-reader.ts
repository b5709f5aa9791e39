/** The door to PDFs of anyone: PDF.js reads them in the browser, where a hostile one does no harm. */
import type { RawPdf } from "../diff/raw-pdf.js";
import { createSession } from "./browser/session.js";
import { openTab } from "./browser/tab.js";
import { readRaw } from "./pdf/page/read-raw.js";
import { showPdfs } from "./pdf/show-pdfs.js";

/** A reader of PDFs, and the life of the browser behind it. */
export interface PdfReader {
  /** Read a PDF; a string says in a few words why it cannot be. Throws the session's messages. */
  read(bytes: Uint8Array): Promise<RawPdf | string>;
  close(): Promise<void>;
}

const address = "/read.pdf";

/** Make a reader whose browser starts when it is first needed. */
export function createPdfReader(signal?: AbortSignal): PdfReader {
  const session = createSession(signal);
  return {
    // A page takes some 20 ms.
    read: (bytes) =>
      session.use(180_000, openTab, async (tab) => {
        await showPdfs(tab, new Map([[address, bytes]]));
        return tab.page.evaluate(readRaw, address);
      }),
    close: () => session.close(),
  };
}
