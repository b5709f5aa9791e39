import { join } from "node:path";
import { type Disk, disk as thisDisk } from "./disk.js";
import { isInside } from "./inside.js";
import type { FileContent } from "./read-file.js";

/** Read a file of a folder as `readBytes` does, but none that lies elsewhere, neither by its path nor through a link. */
export async function readInside(
  folder: string,
  path: string,
  limit: number,
  disk: Disk = thisDisk,
): Promise<FileContent> {
  const target = join(folder, path);
  const root = (await disk.realPath(folder)) ?? folder;
  // A link that leads nowhere has no real path: reading it then says so.
  const real = (await disk.realPath(target)) ?? target;
  if (!isInside(folder, target)) return { missing: false, detail: "it lies outside the folder" };
  if (real !== target && !isInside(root, real))
    return { missing: false, detail: `it is a link to ${real}, outside the folder` };
  return disk.read(target, limit);
}
