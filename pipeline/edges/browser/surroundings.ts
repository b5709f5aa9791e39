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

/** Name the folders that may hold what quoin unpacks, the best one first (XDG Base Directory Specification). */
export function cacheFolders({ env, home, temporary, uid }: Surroundings): readonly string[] {
  const cache = env.XDG_CACHE_HOME || join(home, ".cache");
  // The temporary folder is everybody's: one name for each user.
  return [join(cache, "quoin"), join(temporary, uid === undefined ? "quoin" : `quoin-${uid}`)];
}
