import { constants } from "node:fs";
import { access, mkdtemp, rename, rm, stat, writeFile } from "node:fs/promises";
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
    return inWords(error);
  } finally {
    if (stage) await rm(stage, { recursive: true, force: true });
  }
}

/** Say in a few words why a file could not be written, as far as that can be known before; nothing is made. */
export async function whyUnwritable(path: string): Promise<string | undefined> {
  try {
    const there = await stat(path).catch(missing);
    if (there?.isDirectory()) return reasons.EISDIR;
    const nearest = await nearestThatExists(dirname(path));
    if (!(await stat(nearest)).isDirectory()) return reasons.ENOTDIR;
    await access(nearest, constants.W_OK);
    return undefined;
  } catch (error) {
    return inWords(error);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "it is not permitted",
  EEXIST: "a file stands in its way",
  ENOTDIR: "a file stands in its way",
  EISDIR: "a folder has its name",
  ENOSPC: "the disk is full",
  EROFS: "the disk is read-only",
};

function inWords(error: unknown): string {
  const code = errorCode(error);
  return reasons[code] ?? code;
}

async function nearestThatExists(path: string): Promise<string> {
  const facts = await stat(path).catch(missing);
  return facts || path === dirname(path) ? path : nearestThatExists(dirname(path));
}

function missing(error: unknown): undefined {
  if (errorCode(error) !== "ENOENT") throw error;
}
