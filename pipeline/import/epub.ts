import type { Importer } from "./importer.js";
import { orUnreadable } from "./unreadable.js";

/** E-books that are open: EPUB 3, and 2 as far as it is the same. */
export const epub: Importer = {
  reads: "an EPUB: its spine, notes, figures and metadata",
  byteLimit: 60_000_000,

  recognise({ kind, files: [only] }) {
    return kind === "file" && only && /\.epub$/i.test(only.name) ? "certain" : "no";
  },

  async read(original) {
    const { importEpub } = await import("./web/import-epub.js");
    return orUnreadable(original.name, () =>
      importEpub(original.files[0]?.bytes ?? new Uint8Array(), original.name),
    );
  },
};
