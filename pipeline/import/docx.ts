import type { Importer } from "./importer.js";
import { orUnreadable } from "./unreadable.js";

/** Word documents (ECMA-376), as Word, LibreOffice and Google Docs write them. */
export const docx: Importer = {
  reads: "a Word document (.docx)",
  byteLimit: 60_000_000,

  recognise({ kind, files: [only] }) {
    if (kind !== "file" || !only) return "no";
    return /\.doc[xm]$/i.test(only.name) ? "certain" : "no";
  },

  async read(original) {
    const bytes = original.files[0]?.bytes ?? new Uint8Array();
    const { importDocx } = await import("./docx/import-docx.js");
    return orUnreadable(original.name, () => importDocx(bytes, original.name));
  },
};
