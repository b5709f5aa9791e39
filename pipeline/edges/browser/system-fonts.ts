import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "../read-file.js";
import type { Surroundings } from "./surroundings.js";

/** Name the fonts of a system, by the names and sizes of their files. */
export async function systemFonts(machine: Surroundings): Promise<string> {
  const lists = await Promise.all(foldersOf(machine).map(filesBelow));
  return createHash("sha256").update(JSON.stringify(lists)).digest("hex");
}

/** Where a browser looks for fonts that no document brings. */
function foldersOf({ env, home, platform }: Surroundings): readonly string[] {
  if (platform === "darwin")
    return ["/System/Library/Fonts", "/Library/Fonts", join(home, "Library", "Fonts")];
  if (platform === "win32")
    return [
      join(env.WINDIR ?? "C:\\Windows", "Fonts"),
      join(home, "AppData\\Local\\Microsoft\\Windows\\Fonts"),
    ];
  const data = env.XDG_DATA_HOME || join(home, ".local", "share");
  return ["/usr/share/fonts", "/usr/local/share/fonts", join(data, "fonts"), join(home, ".fonts")];
}

async function filesBelow(folder: string): Promise<readonly (readonly [string, number])[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    errorCode(error);
    return [];
  });
  const lists = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      const facts = await stat(path).catch(() => undefined);
      return facts?.isFile() ? [[entry.name, facts.size] as const] : [];
    }),
  );
  return lists.flat().sort(([a], [b]) => (a < b ? -1 : 1));
}
