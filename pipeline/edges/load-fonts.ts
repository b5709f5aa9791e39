import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import type { VFileMessage } from "vfile-message";
import { problem } from "../problem.js";
import type { FontFace, FontOffer } from "../publication.js";
import type { FontEntry } from "../theme/schema.js";
import { type Disk, disk as thisDisk } from "./disk.js";
import { readInside } from "./read-inside.js";

/** What came of a list of faces: those that are there, those that would be taken were they installed, those that are wanting. */
export interface LoadedFonts {
  readonly faces: readonly FontFace[];
  readonly offers: readonly FontOffer[];
  readonly messages: readonly VFileMessage[];
}

/** Load the files of faces, in order; `list` is the fonts.yaml that names them, `publication` a folder whose packages count, too. */
export async function loadFonts(
  entries: readonly FontEntry[],
  list: string,
  publication: string,
  disk: Disk,
): Promise<LoadedFonts> {
  const results = await Promise.all(entries.map((entry) => loadFace(entry, list, publication, disk)));
  return {
    faces: results.flatMap((result) => ("bytes" in result ? result : [])),
    offers: results.flatMap((result) => ("package" in result ? result : [])),
    messages: results.flatMap((result) => ("reason" in result ? result : [])),
  };
}

async function loadFace(
  entry: FontEntry,
  list: string,
  publication: string,
  disk: Disk,
): Promise<FontFace | FontOffer | VFileMessage> {
  const { family, weight, style, file, license } = entry;
  const found = await fontPath(file, list, publication, disk);
  if (found === undefined && entry.offeredFor !== undefined)
    return { family, package: packageOf(file), scripts: entry.offeredFor, languages: entry.languages ?? [] };
  const content = found
    ? await readInside(found.folder, found.path, 50_000_000, disk)
    : { detail: "its package is not installed" };
  if ("bytes" in content)
    return {
      family,
      weight,
      style,
      file: basename(file),
      bytes: content.bytes,
      license,
      ...(entry.for && { for: entry.for }),
      ...(entry.languages && { languages: entry.languages }),
    };
  const reason = `Unreadable font ${family}, ${weight}, ${style}: ${file}: ${content.detail}`;
  return problem("font-missing", reason, { file: list, line: 1, column: 1 });
}

/** Find a font's file: `package/path` in an npm package, `./path` beside its list; undefined where there is no such package. */
export async function fontPath(
  file: string,
  list: string,
  publication: string,
  disk: Disk = thisDisk,
): Promise<{ readonly folder: string; readonly path: string } | undefined> {
  if (/^\.{0,2}[/\\]/.test(file)) return { folder: dirname(list), path: file };
  const name = packageOf(file);
  // A package's `exports` may hide its fonts, so its folder is looked up and not its file.
  const folders = [list, resolve(publication, "fonts.yaml"), import.meta.url]
    .flatMap((from) => createRequire(from).resolve.paths(name) ?? [])
    .map((modules) => join(modules, name));
  for (const folder of folders)
    if ((await disk.kind(join(folder, "package.json"))) === "file")
      return { folder, path: file.slice(name.length + 1) };
  return undefined;
}

function packageOf(file: string): string {
  return /^(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? "";
}
