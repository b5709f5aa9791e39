import { createHash, randomBytes } from "node:crypto";
import { rename, rm, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Cache } from "../../publication.js";
import { makeFolder } from "../make-folder.js";
import { openFile } from "../open-file.js";
import { errorCode } from "../read-file.js";
import { decodeEntry, encodeEntry } from "./entry.js";
import { shrink } from "./shrink.js";

/** A cache on disk. */
export interface Store extends Cache {
  readonly folder: string;
  /** Take what was not asked for the longest out of it where it has grown too large. */
  tidy(): Promise<void>;
}

/** Bytes of all entries, beyond which the oldest go. */
export const sizeLimit = 1_000_000_000;

/** What is being written, until it has its name. */
export const unfinished = ".writing-";

/**
 * Open a folder as a cache for one `program`: all that decides, beside the keys, what comes of work. Any number of processes
 * may use the folder at once: an entry appears whole or not at all.
 */
export function openStore(folder: string, program: string, limit: number = sizeLimit): Store {
  let hasGrown = false;
  const nameOf = (key: string) => createHash("sha256").update(`${program}\n${key}`).digest("hex");
  const pathOf = (name: string) => join(folder, name.slice(0, 2), name);
  return {
    folder,
    async get(key) {
      const name = nameOf(key);
      const path = pathOf(name);
      const entry = openFile(path, limit);
      if (!entry) return undefined;
      const kept = decodeEntry(name, entry);
      // What is damaged would be damaged the next time, too; what is used is the last to go.
      const mark = kept ? utimes(path, new Date(), new Date()) : rm(path, { force: true });
      await mark.catch(errorCode);
      return kept;
    },
    async put(key, kept) {
      // What takes half of the room would drive all else out, and itself the next time.
      if (kept.files.reduce((sum, file) => sum + file.size, 0) > limit / 2) return;
      const name = nameOf(key);
      const path = pathOf(name);
      const beside = join(folder, `${unfinished}${randomBytes(8).toString("hex")}`);
      try {
        await makeFolder(dirname(path));
        await writeFile(beside, encodeEntry(name, kept), { flag: "wx" });
        await rename(beside, path);
        hasGrown = true;
      } catch (error) {
        errorCode(error);
        await rm(beside, { force: true }).catch(errorCode);
      }
    },
    async tidy() {
      if (hasGrown) await shrink(folder, limit);
      hasGrown = false;
    },
  };
}
