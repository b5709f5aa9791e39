/** The name of a browser build: two of one name set the same pages. */
import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { promisify } from "node:util";
import { embeddedVersion } from "./embedded.js";
import { type Found, foreseeBrowser } from "./find.js";
import type { Surroundings } from "./surroundings.js";
import { systemFonts } from "./system-fonts.js";

/**
 * Name the build of the browser that was found or, before one is, will be; undefined where there is none. The embedded one
 * is known by its package, without unpacking it; any other is asked for its version, which takes it 50 ms.
 *
 * The fonts of the system belong to the name: they show where a theme's lack a letter.
 */
export async function nameBuild(machine: Surroundings, found?: Found): Promise<string | undefined> {
  const browser = found ? asForeseen(found) : await foreseeBrowser(machine);
  if (!browser) return undefined;
  const name =
    "embedded" in browser ? `embedded ${browser.embedded}` : await nameProgram(browser.path, machine);
  const configured = existsSync("/etc/fonts/fonts.conf") ? "fontconfig" : "no fontconfig";
  return [name, configured, await systemFonts(machine)].join("\n");
}

function asForeseen({ origin, path }: Found) {
  const version = origin === "embedded" ? embeddedVersion() : undefined;
  return version === undefined ? { path } : { embedded: version };
}

async function nameProgram(path: string, { platform }: Surroundings): Promise<string> {
  const { size, mtimeMs } = await stat(path);
  // On Windows the question would open a window, and each release has a file of its own.
  if (platform === "win32") return `${path} ${size} ${mtimeMs}`;
  const { execFile } = await import("node:child_process");
  const { stdout } = await promisify(execFile)(path, ["--version"], { timeout: 5000 }).catch(() => ({
    stdout: "",
  }));
  // A program may be a script that starts another: its size and age say little, and a version all.
  return stdout.trim() ? `${stdout.trim()} ${size}` : `${path} ${size} ${mtimeMs}`;
}
