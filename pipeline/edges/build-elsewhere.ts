import { cp, mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { basename, isAbsolute, join, resolve } from "node:path";
import type { PageMap, Spooled } from "../publication.js";
import { isInside } from "./inside.js";
import { isPassedOver } from "./load-images.js";
import { pageMapFile } from "./load-page-map.js";
import { runTool } from "./run-tool.js";
import { spoolFile } from "./spool.js";
import { makeTemporaryFolder } from "./temporary-folder.js";

/** A second build: what it made, or what it said. */
export type Elsewhere =
  | { readonly artifacts: readonly { readonly name: string; readonly file: Spooled }[] }
  | { readonly failed: string };

/** What the second build has in common with the first. */
export interface Wanted {
  readonly folder: string;
  /** As publication.yaml has it: a name or a path. */
  readonly theme: string;
  /** Options of the first build that bear on what it makes: its editions, its limits. */
  readonly options: readonly string[];
  /** Seconds since 1970: the date, in case that the first build had it from a history that a copy has not. */
  readonly epoch: number;
  /** The pages that an e-book built alone was given. */
  readonly pageMap?: PageMap | undefined;
}

/**
 * Build a publication once more, in another process with another folder, working folder, home, temporary folder, time
 * zone, locale and umask; all of it is gone when the build is over.
 */
export async function buildElsewhere(
  { folder, theme, options, epoch, pageMap }: Wanted,
  signal: AbortSignal,
): Promise<Elsewhere> {
  const place = makeTemporaryFolder("elsewhere");
  try {
    // Deep, so that what the publication has beside or above itself finds a place there, too.
    const copy = join(place, "on/another/shelf at", basename(folder));
    for (const path of [".", "../templates", theme]) {
      const [from, to] = [resolve(folder, path), resolve(copy, path)];
      const isThere = await stat(from).catch(() => undefined);
      if (isThere && !isAbsolute(path) && isInside(place, to)) await copyFolder(from, to);
    }
    for (const name of ["home", "temporary"]) await mkdir(join(place, name));
    const out = join(place, "out");
    await mkdir(out);
    if (pageMap) await writeFile(join(out, pageMapFile), JSON.stringify(pageMap));
    const args = ["build", copy, ...options, "--out", out, "--no-cache"];
    const { code, stderr } = await run(args, place, epoch, signal);
    if (code !== 0) return { failed: stderr.trimEnd() };
    const names = (await readdir(out)).filter((name) => name !== "build.json" && name !== pageMapFile).sort();
    return {
      artifacts: names.flatMap((name) => {
        const file = spoolFile(join(out, name));
        return file ? [{ name, file }] : [];
      }),
    };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** A process inherits the umask that is in force when it is started. */
function run(args: readonly string[], place: string, epoch: number, signal: AbortSignal) {
  const cli = process.argv[1] ?? "";
  const zone = process.env.TZ === "Pacific/Kiritimati" ? "America/St_Johns" : "Pacific/Kiritimati";
  const locale = process.env.LC_ALL === "tr_TR.UTF-8" ? "C" : "tr_TR.UTF-8";
  const env = {
    // What quoin has unpacked is found again: the browser is the same in any case.
    XDG_CACHE_HOME: join(process.env.HOME ?? "", ".cache"),
    ...process.env,
    TZ: zone,
    LANG: locale,
    LC_ALL: locale,
    HOME: join(place, "home"),
    TMPDIR: join(place, "temporary"),
    SOURCE_DATE_EPOCH: String(epoch),
    // What is taken out of the browser the first time, it has the second.
    QUOIN_FPO: "off",
  };
  const mask = process.umask();
  process.umask(mask === 0o077 ? 0o022 : 0o077);
  try {
    return runTool(process.execPath, [...process.execArgv, cli, ...args], env, signal, place);
  } finally {
    process.umask(mask);
  }
}

async function copyFolder(from: string, to: string): Promise<void> {
  const filter = (source: string) => source === from || !isPassedOver(basename(source));
  await cp(from, to, { recursive: true, verbatimSymlinks: true, filter });
}
