import { existsSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inRoom } from "./no-room.js";
import { makeTemporaryFolder } from "./temporary-folder.js";

let folder: string | undefined;

/** Make a folder, once, that is this process's alone and goes when it ends. Throws a `NoRoom`. */
export function scratchFolder(): string {
  if (folder !== undefined) return folder;
  const made = makeTemporaryFolder("scratch");
  process.once("exit", () => rmSync(made, { recursive: true, force: true }));
  folder = made;
  return made;
}

/** Keep bytes in a folder under a name made of their content; returns their path. Throws a `NoRoom`. */
export function keepFileIn(folder: string, name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  // Written once: to write a file anew empties it first, and another may be reading it.
  if (!existsSync(path)) inRoom(dirname(folder), () => writeFileSync(path, bytes));
  return path;
}

/** Keep bytes in the scratch folder. */
export function keepFile(name: string, bytes: Uint8Array): string {
  return keepFileIn(scratchFolder(), name, bytes);
}
