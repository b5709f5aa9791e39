import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { isInside } from "./inside.js";
import { type FileContent, readBytes } from "./read-file.js";

/** Read a file of a folder as `readBytes` does, but none that lies elsewhere, neither by its path nor through a link. */
export async function readInside(folder: string, path: string, limit: number): Promise<FileContent> {
  const target = join(folder, path);
  const root = await realpath(folder).catch(() => folder);
  // A link that leads nowhere has no real path: reading it then says so.
  const real = await realpath(target).catch(() => target);
  if (!isInside(folder, target)) return { missing: false, detail: "it lies outside the folder" };
  if (real !== target && !isInside(root, real))
    return { missing: false, detail: `it is a link to ${real}, outside the folder` };
  return readBytes(target, limit);
}
