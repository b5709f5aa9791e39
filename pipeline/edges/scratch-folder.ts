import { rmSync } from "node:fs";
import { makeTemporaryFolder } from "./temporary-folder.js";

let folder: string | undefined;

/** Make a folder, once, that is this process's alone and goes when it ends. */
export function scratchFolder(): string {
  if (folder !== undefined) return folder;
  const made = makeTemporaryFolder("scratch");
  process.once("exit", () => rmSync(made, { recursive: true, force: true }));
  folder = made;
  return made;
}
