import { realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { NamedBytes } from "../import/importer.js";
import { isInside } from "./inside.js";
import { readBytes } from "./read-file.js";

/** Bytes of all pictures of one page together. */
const byteLimit = 200_000_000;
const countLimit = 5000;

/**
 * Load the pictures that a page of HTML names, where they lie below its own folder: not those that a link leads out of it. What is
 * not there is left to the importer, which says so at its place.
 */
export async function loadBeside(page: string, bytes: Uint8Array): Promise<readonly NamedBytes[]> {
  const { picturesNamed } = await import("../import/web/pictures-named.js");
  const folder = await realpath(dirname(page));
  const files: NamedBytes[] = [];
  let left = byteLimit;
  for (const name of picturesNamed(new TextDecoder().decode(bytes)).slice(0, countLimit)) {
    const path = await realpath(join(folder, name)).catch(() => undefined);
    if (path === undefined || !isInside(folder, path)) continue;
    const content = await readBytes(path, left);
    if (!("bytes" in content)) continue;
    left -= content.bytes.length;
    files.push({ name, bytes: content.bytes });
  }
  return files;
}
