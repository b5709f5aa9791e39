import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeFolder } from "./make-folder.js";
import { errorCode } from "./read-file.js";

/** Write a file, whole or not at all, and the folders above it; returns in a few words why not, where it cannot be. */
export async function writeWhole(path: string, content: string): Promise<string | undefined> {
  let stage: string | undefined;
  try {
    await makeFolder(dirname(path));
    stage = await mkdtemp(join(dirname(path), ".quoin-"));
    await writeFile(join(stage, "new"), content);
    await rename(join(stage, "new"), path);
    return undefined;
  } catch (error) {
    const code = errorCode(error);
    return (
      {
        EACCES: "it is not permitted",
        EEXIST: "a file stands in its way",
        ENOTDIR: "a file stands in its way",
        EISDIR: "a folder has its name",
        ENOSPC: "the disk is full",
        EROFS: "the disk is read-only",
      }[code] ?? code
    );
  } finally {
    if (stage) await rm(stage, { recursive: true, force: true });
  }
}
