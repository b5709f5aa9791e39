/** The machine that quoin runs on, as far as finding and starting a browser depends on it. */
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** User id; 0 is root, undefined on Windows. */
  readonly uid: number | undefined;
  readonly home: string;
  readonly temporary: string;
}

/** Describe the machine of this very run. */
export function thisMachine(): Surroundings {
  return {
    env: process.env,
    platform: process.platform,
    arch: process.arch,
    uid: process.getuid?.(),
    home: homedir(),
    temporary: tmpdir(),
  };
}

/** Name the folders that may hold what quoin unpacks and keeps, the best one first (XDG Base Directory Specification). */
export function cacheFolders(machine: Surroundings): readonly string[] {
  const { temporary, uid } = machine;
  // The temporary folder is everybody's: one name for each user.
  return [join(usersCache(machine), "quoin"), join(temporary, uid === undefined ? "quoin" : `quoin-${uid}`)];
}

function usersCache({ env, platform, home }: Surroundings): string {
  if (env.XDG_CACHE_HOME) return env.XDG_CACHE_HOME;
  if (platform === "darwin") return join(home, "Library", "Caches");
  if (platform === "win32" && env.LOCALAPPDATA) return env.LOCALAPPDATA;
  return join(home, ".cache");
}
