import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename } from "node:path";

const paths = new Map();

/** Let an import of WebAssembly give its bytes, for bundlers and for tests: code that touches no disk can have it so. */
export const bytesOfWasm = {
  name: "bytes-of-wasm",
  enforce: "pre",
  resolveId(id, importer) {
    if (!id.endsWith(".wasm") || !importer) return undefined;
    // Not by its path: vitest leaves to Node what lies in node_modules.
    const own = `\0bytes-of/${basename(id)}`;
    paths.set(own, createRequire(importer).resolve(id));
    return own;
  },
  async load(id) {
    const path = paths.get(id);
    if (!path) return null;
    return `export default Buffer.from("${(await readFile(path)).toString("base64")}", "base64");`;
  },
};
