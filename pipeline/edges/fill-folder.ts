import { mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { makeFolder } from "./make-folder.js";
import { errorCode } from "./read-file.js";

/** Why a folder was not filled, and whether another folder would do, or the machine allows none. */
export interface Refusal {
  readonly why: string;
  readonly cause: "folder" | "machine";
}

/** Say why a new folder cannot be filled: it holds something; undefined where it is empty or not there. */
export async function whyNotEmpty(folder: string): Promise<string | undefined> {
  const there = await namesIn(folder);
  return there && there.length > 0 ? "it is not empty" : undefined;
}

/**
 * Make a folder and fill it, whole or not at all; returns why not, where it cannot be or is not empty.
 *
 * `fill` writes into a folder of its own, which is renamed when it is done.
 */
export async function fillFolder(
  folder: string,
  fill: (stage: string) => Promise<void>,
): Promise<Refusal | undefined> {
  try {
    const there = await namesIn(folder);
    if (there && there.length > 0) return { why: "it is not empty", cause: "folder" };
    await makeFolder(dirname(folder));
    const stage = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
    try {
      const made = join(stage, "new");
      await makeFolder(made);
      await fill(made);
      // An empty folder is filled and not replaced: somebody may stand in it.
      if (there) for (const name of await readdir(made)) await rename(join(made, name), join(folder, name));
      else await rename(made, folder);
    } finally {
      await rm(stage, { recursive: true, force: true });
    }
    return undefined;
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOTDIR") return { why: "it is a file", cause: "folder" };
    return { why: machine[code] ?? code, cause: "machine" };
  }
}

const machine: Readonly<Record<string, string>> = {
  EACCES: "writing there is not permitted",
  EPERM: "writing there is not permitted",
  // What is no folder for files, as /proc, says so.
  ENOENT: "no folder can be made there",
  ENAMETOOLONG: "its name is too long",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full",
};

async function namesIn(folder: string): Promise<readonly string[] | undefined> {
  return readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  });
}
