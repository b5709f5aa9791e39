import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Resource } from "../../publication.js";
import { packageRoot } from "../package-root.js";

/** Where `npm run compile` puts what of PDF.js runs in a browser. */
const folder = join(packageRoot, "lib", "pdfjs");

const mediaTypes: Readonly<Record<string, string>> = { mjs: "text/javascript", wasm: "application/wasm" };

/** Load PDF.js as a page asks for it: its two scripts, character maps, the fonts that every viewer has, decoders. */
export async function pdfjs(): Promise<ReadonlyMap<string, Resource>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  return new Map(
    await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        const mediaType = mediaTypes[name.replace(/^.*\./, "")] ?? "application/octet-stream";
        const address = `/pdfjs${path.slice(folder.length).replaceAll("\\", "/")}`;
        return [address, { mediaType, bytes: await readFile(path) }] as const;
      }),
    ),
  );
}

/** A page in which PDF.js waits on `window`; in the page and on no thread of its own, whose requests nobody would answer. */
export const pdfjsPage = `<!doctype html><meta charset="utf-8"><title>PDF</title><script type="module">
import * as worker from "/pdfjs/pdf.worker.min.mjs";
globalThis.pdfjsWorker = worker;
globalThis.pdfjs = await import("/pdfjs/pdf.min.mjs");
</script>`;
