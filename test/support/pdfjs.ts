import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/**
 * What PDF.js puts its own in the place of, on Node 20, with the polyfills of its build for older browsers: a JSON.stringify that goes
 * letter by letter through all that a browser is sent, for every test that a worker runs later. It needs none of them.
 */
const replaced = [
  [JSON, "stringify"],
  [JSON, "parse"],
  [Array.prototype, "push"],
  [Function.prototype, "toString"],
] as const;

const own = replaced.map(([holder, name]) => Object.getOwnPropertyDescriptor(holder, name) ?? {});
const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
// It replaces them again, and would come with the first document.
await import(
  pathToFileURL(createRequire(import.meta.url).resolve("pdfjs-dist/legacy/build/pdf.worker.mjs")).href
);
for (const [index, [holder, name]] of replaced.entries())
  Object.defineProperty(holder, name, own[index] ?? {});

/** PDF.js: the one way to it for tests, which leaves the engine as it was. */
export const { getDocument, VerbosityLevel } = pdfjs;
