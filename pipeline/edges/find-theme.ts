import { readdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { packageRoot } from "./package-root.js";

/** The theme that lends every file that another one lacks. */
export const reportTheme = join(packageRoot, "templates", "report");

/** Find a theme's folder: by path from the publication, else by name in templates/ there, beside it, in this package. */
export async function findTheme(name: string, publication: string): Promise<string | undefined> {
  const places = isPath(name)
    ? [resolve(publication, name)]
    : templateFolders(publication).map((folder) => join(folder, name));
  for (const place of places) {
    const facts = await stat(place).catch(() => undefined);
    if (facts?.isDirectory()) return place;
  }
  return undefined;
}

/** List the names of the themes that a publication can have. */
export async function listThemes(publication: string): Promise<readonly string[]> {
  const lists = await Promise.all(
    templateFolders(publication).map((folder) => readdir(folder, { withFileTypes: true }).catch(() => [])),
  );
  const folders = lists.flat().filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
  return [...new Set(folders.map(({ name }) => name))].sort();
}

function isPath(name: string): boolean {
  return name.includes("/") || name.includes("\\") || name.startsWith(".");
}

function templateFolders(publication: string): readonly string[] {
  const own = resolve(publication);
  return [own, dirname(own), packageRoot].map((folder) => join(folder, "templates"));
}
