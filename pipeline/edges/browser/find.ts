/** Which browser will do the work. */
import { accessSync, constants } from "node:fs";
import { problem } from "../../problem.js";
import { type Embedded, embeddedVersion, unpackEmbedded } from "./embedded.js";
import { downloadedPlaces, installedPlaces } from "./installed.js";
import { cacheFolders, type Surroundings, thisMachine } from "./surroundings.js";

export type Origin = "environment" | "embedded" | "installed" | "downloaded";

/** A browser that can be started, and how it was come by. */
export interface Found {
  readonly origin: Origin;
  readonly path: string;
  /** What came with an embedded browser, for systems that lack it. */
  readonly embedded?: Embedded;
  /** What was looked for, in order, and what became of it: one sentence each, the last one the browser found. */
  readonly tried: readonly string[];
}

/**
 * Find a browser: the one that PUPPETEER_EXECUTABLE_PATH names, else the embedded one, an installed one, puppeteer's download.
 *
 * Throws the message `browser-missing`, which lists all that was looked for. Unpacks the embedded browser at its first use.
 */
export async function findBrowser(
  machine: Surroundings = thisMachine(),
  signal?: AbortSignal,
): Promise<Found> {
  const named = machine.env.PUPPETEER_EXECUTABLE_PATH;
  if (named) {
    if (isProgram(named))
      return { origin: "environment", path: named, tried: [`PUPPETEER_EXECUTABLE_PATH: ${named}`] };
    throw missing(
      [`PUPPETEER_EXECUTABLE_PATH: ${named} is not a program`],
      "unset PUPPETEER_EXECUTABLE_PATH",
    );
  }
  const embedded = await findEmbedded(machine, signal);
  if (typeof embedded !== "string") {
    return {
      origin: "embedded",
      path: embedded.path,
      embedded,
      tried: [`the embedded browser: ${embedded.path}`],
    };
  }
  const installed = installedPlaces(machine).find(isProgram);
  if (installed) {
    return { origin: "installed", path: installed, tried: [embedded, `an installed browser: ${installed}`] };
  }
  const tried = [embedded, "an installed Chrome or Chromium: none on PATH nor in the usual places"];
  const downloaded = downloadedPlaces(machine).find(isProgram);
  if (downloaded)
    return {
      origin: "downloaded",
      path: downloaded,
      tried: [...tried, `puppeteer's download: ${downloaded}`],
    };
  throw missing(
    ["PUPPETEER_EXECUTABLE_PATH: not set", ...tried, "puppeteer's own download: none"],
    "npx puppeteer browsers install chrome-headless-shell",
  );
}

/** Say which browser `findBrowser` will find, without unpacking or starting one; undefined where there is none. */
export async function foreseeBrowser(
  machine: Surroundings,
): Promise<{ readonly embedded: string } | { readonly path: string } | undefined> {
  const named = machine.env.PUPPETEER_EXECUTABLE_PATH;
  if (named) return isProgram(named) ? { path: named } : undefined;
  const version = canEmbed(machine) ? embeddedVersion() : undefined;
  if (version !== undefined) return { embedded: version };
  const path = [...installedPlaces(machine), ...downloadedPlaces(machine)].find(isProgram);
  return path === undefined ? undefined : { path };
}

/** The package holds a program for one system alone. */
function canEmbed({ platform, arch }: Surroundings): boolean {
  return platform === "linux" && arch === "x64";
}

async function findEmbedded(machine: Surroundings, signal?: AbortSignal): Promise<Embedded | string> {
  if (!canEmbed(machine)) {
    return `the embedded browser: made for linux x64, this is ${machine.platform} ${machine.arch}`;
  }
  try {
    const embedded = await unpackEmbedded(cacheFolders(machine), signal);
    return embedded ?? "the embedded browser: the package @sparticuz/chromium is not installed";
  } catch (error) {
    signal?.throwIfAborted();
    return `the embedded browser: could not be unpacked (${error instanceof Error ? error.message : String(error)})`;
  }
}

function missing(tried: readonly string[], remedy: string) {
  const list = tried.map((line) => `\n  - ${line}`).join("");
  return problem(
    "browser-missing",
    `Found no browser to set pages with. Looked for${list}\nThis helps: ${remedy}`,
    {},
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
