import type { Importer } from "./importer.js";
import { orUnreadable } from "./unreadable.js";

/** One page of the web, saved as a file. */
export const html: Importer = {
  reads: "one page of HTML",
  byteLimit: 3_000_000,

  recognise({ kind, files: [only] }) {
    return kind === "file" && only && /\.x?html?$/i.test(only.name) ? "certain" : "no";
  },

  async read(original) {
    const { importHtml } = await import("./web/import-html.js");
    const [file = { name: original.name, bytes: new Uint8Array() }] = original.files;
    return orUnreadable(original.name, async () => importHtml(file, original.beside));
  },
};
