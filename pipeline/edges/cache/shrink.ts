import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "../read-file.js";

/** A file of the cache. */
export interface Entry {
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970 at which it was last written or asked for. */
  readonly used: number;
}

/** Milliseconds after which what is being written will not be finished any more. */
const patience = 3_600_000;

/** List the entries of a cache, and what others have not finished writing. */
export async function entriesOf(
  folder: string,
): Promise<{ readonly entries: readonly Entry[]; readonly unfinished: readonly Entry[] }> {
  const found = await readdir(folder, { withFileTypes: true }).catch(nothing);
  const entries: Entry[] = [];
  for (const shelf of found.filter((each) => each.isDirectory() && /^[0-9a-f]{2}$/.test(each.name))) {
    const names = await readdir(join(folder, shelf.name)).catch(nothing);
    entries.push(...(await look(names.map((name) => join(folder, shelf.name, name)))));
  }
  const names = found.filter((each) => each.isFile() && each.name.startsWith(".writing-"));
  return { entries, unfinished: await look(names.map(({ name }) => join(folder, name))) };
}

/** Remove the entries that were not asked for the longest, until four fifths of the limit are left, and what was left unfinished. */
export async function shrink(folder: string, limit: number): Promise<void> {
  const { entries, unfinished } = await entriesOf(folder);
  const old = unfinished.filter(({ used }) => used < Date.now() - patience);
  let size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > limit)
    for (const entry of [...entries].sort((a, b) => a.used - b.used)) {
      if (size <= limit * 0.8) break;
      size -= entry.size;
      old.push(entry);
    }
  for (const { path } of old) await rm(path, { force: true }).catch(errorCode);
}

/** Another process may remove a file while it is looked at. */
async function look(paths: readonly string[]): Promise<Entry[]> {
  const facts = await Promise.all(paths.map((path) => stat(path).catch(nothing)));
  return paths.flatMap((path, i) => {
    const fact = facts[i];
    return fact && "mtimeMs" in fact ? [{ path, size: fact.size, used: fact.mtimeMs }] : [];
  });
}

function nothing(error: unknown): [] {
  errorCode(error);
  return [];
}
