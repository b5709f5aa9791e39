/** Places where a Chrome or Chromium may be found that quoin did not bring. */
import { readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Surroundings } from "./surroundings.js";

const commands = [
  "chrome-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];

/** List where an installed browser would be: the commands on PATH, then the usual folders of macOS and Windows. */
export function installedPlaces({ env, platform, home }: Surroundings): readonly string[] {
  const extension = platform === "win32" ? ".exe" : "";
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command + extension)));
  if (platform === "darwin") return [...onPath, ...macPlaces(home)];
  if (platform === "win32") return [...onPath, ...windowsPlaces(env)];
  return onPath;
}

function macPlaces(home: string): readonly string[] {
  const programs = ["Google Chrome", "Chromium", "Microsoft Edge"];
  return ["/Applications", join(home, "Applications")].flatMap((folder) =>
    programs.map((program) => join(folder, `${program}.app`, "Contents", "MacOS", program)),
  );
}

function windowsPlaces(env: Surroundings["env"]): readonly string[] {
  const programs = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];
  const folders = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA];
  return folders.flatMap((folder) => (folder ? programs.map((program) => join(folder, program)) : []));
}

/** List the browsers that puppeteer downloaded for this user, the headless shell before Chrome, the newest first. */
export function downloadedPlaces({ env, platform, home }: Surroundings): readonly string[] {
  const cache = env.PUPPETEER_CACHE_DIR || join(home, ".cache", "puppeteer");
  return ["chrome-headless-shell", "chrome"].flatMap((kind) =>
    namesIn(join(cache, kind))
      .sort((a, b) => b.localeCompare(a, "en", { numeric: true }))
      .flatMap((release) =>
        namesIn(join(cache, kind, release)).map((folder) =>
          join(cache, kind, release, folder, program(kind, platform)),
        ),
      ),
  );
}

function program(kind: string, platform: NodeJS.Platform): string {
  if (platform === "win32") return `${kind}.exe`;
  if (platform === "darwin" && kind === "chrome") {
    return join("Google Chrome for Testing.app", "Contents", "MacOS", "Google Chrome for Testing");
  }
  return kind;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
