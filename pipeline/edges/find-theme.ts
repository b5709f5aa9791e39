import { dirname, join, resolve } from "node:path";
import { type Disk, disk as thisDisk } from "./disk.js";
import { packageRoot } from "./package-root.js";

/** The theme that lends every file that another one lacks. */
export const reportTheme = join(packageRoot, "templates", "report");

/** Find a theme's folder: by path from the publication, else by name in templates/ there, beside it, in this package. */
export async function findTheme(
  name: string,
  publication: string,
  disk: Disk = thisDisk,
): Promise<string | undefined> {
  const places = isPath(name)
    ? [resolve(publication, name)]
    : templateFolders(publication).map((folder) => join(folder, name));
  for (const place of places) if ((await disk.kind(place)) === "folder") return place;
  return undefined;
}

/** List the names of the themes that a publication can have. */
export async function listThemes(publication: string, disk: Disk = thisDisk): Promise<readonly string[]> {
  const lists = await Promise.all(templateFolders(publication).map((folder) => disk.list(folder)));
  const folders = lists
    .flatMap((list) => list ?? [])
    .filter(({ name, kind }) => kind === "folder" && !name.startsWith("."));
  return [...new Set(folders.map(({ name }) => name))].sort();
}

function isPath(name: string): boolean {
  return name.includes("/") || name.includes("\\") || name.startsWith(".");
}

function templateFolders(publication: string): readonly string[] {
  const own = resolve(publication);
  return [own, dirname(own), packageRoot].map((folder) => join(folder, "templates"));
}
