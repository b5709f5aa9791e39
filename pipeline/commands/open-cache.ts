import { resolve } from "node:path";
import { canWrite, openCache, usersFolder } from "../edges/cache/open.js";
import type { Store } from "../edges/cache/store.js";
import { type Arguments, type Terminal, UsageError } from "./command.js";

/** The options of a command that takes up what earlier runs kept. */
export const cacheOptions = { cache: { type: "string" }, "no-cache": { type: "boolean" } } as const;

/** Open the cache that a command is told to use; undefined where none is wanted, or none can be had. */
export async function openNamedCache(
  values: Arguments["values"],
  terminal: Pick<Terminal, "cwd" | "env">,
): Promise<Store | undefined> {
  const folder = await namedCacheFolder(values, terminal);
  return folder === undefined ? undefined : openCache(folder);
}

/**
 * Find the folder of the cache: the one that the command line names, else the environment (`QUOIN_CACHE`: a folder, or off), else
 * the user's own; undefined where none is wanted, or none can be had.
 */
export async function namedCacheFolder(
  { cache, "no-cache": without }: Arguments["values"],
  { cwd, env }: Pick<Terminal, "cwd" | "env">,
): Promise<string | undefined> {
  if (without && cache !== undefined) throw new UsageError("--cache and --no-cache ask for different things");
  const wish = env.QUOIN_CACHE || undefined;
  if (without || (cache === undefined && wish === "off")) return undefined;
  const named = typeof cache === "string" ? cache : wish;
  if (named === undefined) return usersFolder();
  const folder = resolve(cwd, named);
  if (await canWrite(folder)) return folder;
  throw new UsageError(`a cache cannot be kept in ${folder}: it is no folder that can be written to`);
}
