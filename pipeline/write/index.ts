import type { Edition, Writer } from "../publication.js";

/** Every edition that can be written, loaded when it is asked for: an e-book needs no typesetter, `check` needs neither. */
export const writers: Readonly<Record<Exclude<Edition, "press">, () => Promise<Writer>>> = {
  screen: async () => (await import("./screen-pdf.js")).screenPdf,
  epub: async () => (await import("./epub.js")).epub,
};
