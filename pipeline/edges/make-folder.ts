import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode } from "./read-file.js";

/** Make a folder and those above it; says whether it was not there before. Rejects as the system does. */
export async function makeFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    const code = errorCode(error);
    if (code === "EEXIST" && (await stat(path)).isDirectory()) return false;
    // Node's own `recursive` never ends where the system answers ENOENT below a folder that is there, as /proc does.
    const parent = dirname(path);
    if (code !== "ENOENT" || (await stat(parent).catch(() => undefined))) throw error;
    await makeFolder(parent);
    return makeFolder(path);
  }
}
