import { readdir } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { packageRoot } from "../package-root.js";
import { readBytes } from "../read-file.js";
import type { Answer } from "./serve.js";

/** Where `npm run compile` puts what the preview's page consists of. */
const folder = join(packageRoot, "lib", "preview");

/** What of PDF.js the page loads, beside it. */
const pdfjs = ["pdf.min.mjs", "pdf.worker.min.mjs"].map((name) => join(packageRoot, "lib", "pdfjs", name));

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".woff2": "font/woff2",
};

/** Scripts and styles of our own; pictures and fonts of the PDF and of the book, which are made in the page. */
const policies: Readonly<Record<string, string>> = {
  "preview.html":
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; font-src 'self' data: blob:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  // foliate-js puts styles into its frames, and the documents of a book have addresses of their own (blob:). Scripts of a book do not run.
  "reader.html":
    "default-src 'none'; script-src 'self'; style-src 'self' blob: 'unsafe-inline'; connect-src 'self' blob: data:; img-src 'self' data: blob:; media-src blob:; font-src 'self' data: blob:; frame-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
};

/** Load the files of the preview's page, by their paths: `/page/preview.js`. Throws where quoin was not compiled. */
export async function loadPageFiles(): Promise<ReadonlyMap<string, Answer>> {
  const own = (await readdir(folder)).map((name) => join(folder, name));
  const paths = [...own, ...pdfjs].filter((path) => Object.hasOwn(mediaTypes, extname(path)));
  const files = await Promise.all(
    paths.map(async (path): Promise<[string, Answer]> => {
      const name = basename(path);
      const content = await readBytes(path, 20_000_000);
      if (!("bytes" in content)) throw new Error(`${path}: ${content.detail}`);
      const policy = policies[name];
      const mediaType = mediaTypes[extname(name)] ?? "application/octet-stream";
      return [`/page/${name}`, { mediaType, bytes: content.bytes, ...(policy && { policy }) }];
    }),
  );
  return new Map(files);
}
