import type { Importer, Original } from "./importer.js";
import { decodeText } from "./text/decode-text.js";
import { importText } from "./text/import-text.js";

/** Text without structure: copied out of a PDF or a web page, or typed. */
export const text: Importer = {
  reads: "plain text, as one gets it by copying out of a PDF or a web page",
  byteLimit: 5_000_000,

  recognise({ kind, files: [only] }: Original) {
    if (kind !== "file" || !only) return "no";
    return /\.(?:txt|text)$/i.test(only.name) ? "certain" : "no";
  },

  async read(original, tools) {
    const [file] = original.files;
    const decoded = decodeText(file?.bytes ?? new Uint8Array(), original.name);
    return importText(decoded, original.name, tools);
  },
};
