import { rm, rmdir } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode } from "../read-file.js";
import { type Entry, entriesOf } from "./shrink.js";

/** Remove every entry of a cache and nothing else that lies in its folder; returns what was removed. */
export async function clearStore(folder: string): Promise<readonly Entry[]> {
  const { entries, unfinished } = await entriesOf(folder);
  for (const { path } of [...entries, ...unfinished]) await rm(path, { force: true });
  // A folder in which something else lies, or appears now, stays.
  for (const shelf of new Set(entries.map(({ path }) => dirname(path)))) await rmdir(shelf).catch(errorCode);
  return entries;
}
