import { access, constants, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { cacheFolders, type Surroundings, thisMachine } from "../browser/surroundings.js";
import { makeFolder } from "../make-folder.js";
import { errorCode } from "../read-file.js";
import { nameProgram } from "./program.js";
import { openStore, type Store } from "./store.js";

/** Open a folder as the cache of this very program; undefined where it is not compiled. */
export async function openCache(folder: string): Promise<Store | undefined> {
  const program = await nameProgram();
  return program === undefined ? undefined : openStore(folder, program);
}

/** Find the folder for what this user's builds keep: the first of the usual ones that can be written to and is his alone. */
export async function usersFolder(machine: Surroundings = thisMachine()): Promise<string | undefined> {
  for (const folder of cacheFolders(machine)) {
    const builds = join(folder, "builds");
    if (await isOurs(builds, machine)) return builds;
  }
  return undefined;
}

/** Make a folder and say whether it can be written to. */
export async function canWrite(folder: string): Promise<boolean> {
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK);
    return true;
  } catch (error) {
    errorCode(error);
    return false;
  }
}

/** What another user can put into a folder is not believed. */
async function isOurs(folder: string, { uid }: Surroundings): Promise<boolean> {
  if (!(await canWrite(folder))) return false;
  const facts = await Promise.all([stat(dirname(folder)), stat(folder)]);
  return uid === undefined || facts.every((each) => each.uid === uid && (each.mode & 0o002) === 0);
}
