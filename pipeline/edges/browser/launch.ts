/** Start a browser with as few arguments as it needs. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import type { Readable, Writable } from "node:stream";
import type { Browser } from "puppeteer-core";
import type { VFileMessage } from "vfile-message";
import { problem } from "../../problem.js";
import type { Found } from "./find.js";
import { freeIn, makeProfile, tooLittle } from "./room.js";
import type { Surroundings } from "./surroundings.js";
import { pipeTransport } from "./transport.js";

/** A browser that runs. */
export interface Running {
  readonly browser: Browser;
  /** `HeadlessChrome/147.0.7727.0`. */
  readonly version: string;
  readonly process: ChildProcess;
  readonly way: Way;
  /** Where its profile lies, and what its processes share. */
  readonly temporary: string;
  /** End the process at once and remove its profile; safe to call again. */
  kill(): void;
}

/** How a browser was started: what had to be given up or added for it to start at all. */
export interface Way {
  readonly sandbox: boolean;
  /** Whether the libraries that the package carries stand in for the system's. */
  readonly ownLibraries: boolean;
}

/**
 * Start the browser that was found, retrying without what the system lacks; each time it has `patience` milliseconds to
 * answer, of which it usually takes a hundred. Throws the messages `browser-died` and `browser-room`.
 */
export async function launch(found: Found, machine: Surroundings, patience = 30_000): Promise<Running> {
  // Chromium refuses to run its sandbox as root.
  let way: Way = { sandbox: machine.uid !== 0, ownLibraries: false };
  for (;;) {
    const attempt = await start(found, way, machine, patience);
    if (typeof attempt !== "string") return attempt;
    const next = remedy(attempt, way, found);
    if (!next) throw lifeless(found, attempt.trim(), machine);
    way = next;
  }
}

function lifeless({ path }: Found, lastWords: string, { temporary }: Surroundings): VFileMessage {
  const reason = `The browser ${path} does not start: ${lastWords}`;
  const help = "This helps: set PUPPETEER_EXECUTABLE_PATH to a Chrome or Chromium that runs";
  return tooLittle(temporary, freeIn(temporary), reason) ?? problem("browser-died", `${reason}\n${help}`, {});
}

/** Read from a browser's last words how it might start after all; undefined where nothing is left to try. */
export function remedy(lastWords: string, way: Way, found: Found): Way | undefined {
  if (/error while loading shared libraries/.test(lastWords) && found.embedded && !way.ownLibraries) {
    return { ...way, ownLibraries: true };
  }
  if (/sandbox/i.test(lastWords) && way.sandbox) return { ...way, sandbox: false };
  return undefined;
}

const args = [
  "--headless",
  "--remote-debugging-pipe",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-crash-reporter",
  // Containers often give /dev/shm 64 MB, which a long document exceeds.
  "--disable-dev-shm-usage",
  "--disable-extensions",
  "--disable-gpu",
  "--disable-sync",
  // Nothing of a visit is kept: its profile stays empty, and is removed in one step.
  "--incognito",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
  "--hide-scrollbars",
  "--no-default-browser-check",
  "--no-first-run",
  "--password-store=basic",
  "--use-mock-keychain",
];

async function start(
  found: Found,
  way: Way,
  machine: Surroundings,
  patience: number,
): Promise<Running | string> {
  const profile = makeProfile(machine.temporary);
  const child = spawn(
    found.path,
    [...args, ...(way.sandbox ? [] : ["--no-sandbox"]), `--user-data-dir=${profile}`, "about:blank"],
    {
      stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
      // What it writes for a moment, and leaves where it is killed in that moment, goes with its profile.
      env: { ...environment(found, way, machine), TMPDIR: profile },
      detached: machine.platform !== "win32",
    },
  );
  const kill = killer(child, profile, machine.platform);
  const ended = lastWordsOf(child, kill);
  const { connect } = await import("puppeteer-core");
  const transport = pipeTransport(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const connected = connect({ transport, defaultViewport: null, protocolTimeout: 0 }).then(
    async (browser) => ({
      browser,
      version: await browser.version(),
    }),
  );
  const timer = setTimeout(kill, patience);
  const result = await Promise.race([connected.catch(() => ended), ended]);
  clearTimeout(timer);
  return typeof result === "string"
    ? result
    : { ...result, process: child, way, temporary: machine.temporary, kill };
}

/** Wait for the end of a process, and say what it wrote of it. */
function lastWordsOf(child: ChildProcess, kill: () => void): Promise<string> {
  let words = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-4000);
  });
  return new Promise((resolve) => {
    // What was left open, the pipes above all, would keep `close` from ever coming.
    child.once("exit", kill);
    child.once("error", (error) => {
      kill();
      resolve(error.message);
    });
    child.once("close", (code, signal) => resolve(`${words}(ended with ${signal ?? `code ${code}`})`));
  });
}

/** Make the environment that a browser needs to start in a given way. */
export function environment(
  found: Found,
  way: Way,
  { env }: Surroundings,
): Record<string, string | undefined> {
  const { embedded } = found;
  if (!embedded) return { ...env };
  const libraries = [embedded.libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return {
    ...env,
    ...(way.ownLibraries && { LD_LIBRARY_PATH: libraries }),
    // A system without fontconfig has no fonts that it could find.
    ...(!existsSync("/etc/fonts/fonts.conf") && { FONTCONFIG_PATH: embedded.fonts }),
  };
}

function killer(child: ChildProcess, profile: string, platform: NodeJS.Platform): () => void {
  const kill = () => {
    process.off("exit", kill);
    // A closed pipe tells those who wait for an answer that none will come.
    for (const pipe of child.stdio.slice(3)) pipe?.destroy();
    try {
      // The whole group: renderers would outlive the browser by a moment and write into the profile again.
      if (child.pid !== undefined) process.kill(platform === "win32" ? child.pid : -child.pid, "SIGKILL");
    } catch {
      // It has ended already.
    }
    remove(profile);
  };
  process.once("exit", kill);
  return kill;
}

/**
 * Remove a profile that dying processes may still write into: a signal is sent at once, but obeyed a little later.
 * Node's own retries only repeat the last step and would never see the new files.
 */
function remove(profile: string): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let attempt = 1; ; attempt++) {
    try {
      rmSync(profile, { recursive: true, force: true });
      return;
    } catch (error) {
      if (attempt === 40) throw error;
      Atomics.wait(pause, 0, 0, 25);
    }
  }
}
