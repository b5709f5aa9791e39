import { copyFile, mkdtemp, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { VFileMessage } from "vfile-message";
import { problem } from "../problem.js";
import { makeFolder } from "./make-folder.js";
import { errorCode } from "./read-file.js";

/** A file to be saved: a name without a folder. */
export interface Savable {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/**
 * Save files into a folder, all or none: they are written beside their places, then renamed over what was there.
 *
 * What went wrong on the disk is a message, and the folder is then as it was. Rejects with the signal's reason where it
 * is aborted before the first renaming.
 */
export async function save(
  files: readonly Savable[],
  out: string,
  signal: AbortSignal,
): Promise<readonly VFileMessage[]> {
  const strange = files.find(({ name }) => name !== basename(name));
  if (strange) throw new Error(`An artifact's name has no folder: ${strange.name}`);
  let made = false;
  let stage: string | undefined;
  try {
    made = await makeFolder(out);
    stage = await mkdtemp(join(out, ".quoin-"));
    for (const { name, bytes } of files) {
      signal.throwIfAborted();
      await writeFile(join(stage, name), bytes);
    }
    signal.throwIfAborted();
    await replace(files, stage, out);
    made = false;
    return [];
  } catch (error) {
    signal.throwIfAborted();
    return [
      problem("out-invalid", `Unable to write there: ${reasonOf(error)}; nothing was changed`, { file: out }),
    ];
  } finally {
    if (stage) await rm(stage, { recursive: true, force: true });
    // Only a folder that this call made and left empty: `rmdir` refuses any other.
    if (made) await rmdir(out).catch(() => undefined);
  }
}

/** Rename every staged file over the old one of its name; where one fails, put the old ones back. */
async function replace(files: readonly Savable[], stage: string, out: string): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const [i, { name }] of files.entries()) {
      const target = join(out, name);
      const kept = join(stage, `.old-${i}`);
      const existed = await stat(target).catch(() => undefined);
      // A copy and not a renaming: at no moment is the old artifact missing.
      if (existed) await copyFile(target, kept);
      await rename(join(stage, name), target);
      undo.push(() => (existed ? rename(kept, target) : rm(target)));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw error;
  }
}

function reasonOf(error: unknown): string {
  const code = errorCode(error);
  return (
    {
      EACCES: "it is not permitted",
      EPERM: "it is not permitted",
      ENOSPC: "the disk is full",
      ENOENT: "the folder cannot be made",
      EROFS: "it is read-only",
      EISDIR: "a folder has the name of an artifact",
    }[code] ?? code
  );
}
