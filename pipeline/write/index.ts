import type { Edition, Writer } from "../publication.js";

/** Every edition that can be written, loaded when it is asked for: an e-book needs no typesetter, `check` needs neither. */
export const writers: Readonly<Record<Edition, () => Promise<Writer>>> = {
  screen: async () => (await import("./screen-pdf.js")).screenPdf,
  press: async () => (await import("./press-pdf.js")).pressPdf,
  epub: async () => (await import("./epub.js")).epub,
};
