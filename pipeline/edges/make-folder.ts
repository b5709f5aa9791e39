import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode } from "./read-file.js";

/** Make a folder and those above it; says whether it was not there before. Rejects as the system does. */
export async function makeFolder(path: string): Promise<boolean> {
  try {
    return await makeOne(path);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
    const parent = dirname(path);
    if (!(await stat(parent).catch(() => undefined))) await makeFolder(parent);
    // The parent is there now, perhaps by another's hand. Once: Node's own `recursive` never ends where the system answers
    // ENOENT below a folder that is there, as /proc does.
    return makeOne(path);
  }
}

async function makeOne(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST" && (await stat(path)).isDirectory()) return false;
    throw error;
  }
}
