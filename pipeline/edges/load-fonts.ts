import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, isAbsolute, join } from "node:path";
import type { VFileMessage } from "vfile-message";
import { problem } from "../problem.js";
import type { FontFace } from "../publication.js";
import type { FontEntry } from "../theme/schema.js";
import { readBytes } from "./read-file.js";

const require = createRequire(import.meta.url);

/** Load the files of faces, in order; `list` is the fonts.yaml that names them. */
export async function loadFonts(
  entries: readonly FontEntry[],
  list: string,
): Promise<{ faces: readonly FontFace[]; messages: readonly VFileMessage[] }> {
  const results = await Promise.all(entries.map((entry) => loadFace(entry, list)));
  return {
    faces: results.filter((result): result is FontFace => "bytes" in result),
    messages: results.filter((result): result is VFileMessage => !("bytes" in result)),
  };
}

async function loadFace(entry: FontEntry, list: string): Promise<FontFace | VFileMessage> {
  const { family, weight, style, file, license } = entry;
  const path = fontPath(file, list);
  const content = path ? await readBytes(path, 50_000_000) : { detail: "its package is not installed" };
  if ("bytes" in content)
    return {
      family,
      weight,
      style,
      file: basename(file),
      bytes: content.bytes,
      license,
      ...(entry.for && { for: entry.for }),
    };
  const reason = `Unreadable font ${family}, ${weight}, ${style}: ${file}: ${content.detail}`;
  return problem("font-missing", reason, { file: list, line: 1, column: 1 });
}

/** Find a font's file: `package/path` in an npm package, `./path` beside its list; undefined where there is no such package. */
export function fontPath(file: string, list: string): string | undefined {
  if (isAbsolute(file)) return file;
  if (file.startsWith("./")) return join(dirname(list), file);
  const [, name = "", path = ""] = /^((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(file) ?? [];
  // A package's `exports` may hide its fonts, so its folder is looked up and not its file.
  const folders = (require.resolve.paths(name) ?? []).map((modules) => join(modules, name));
  const folder = folders.find((candidate) => existsSync(join(candidate, "package.json")));
  return folder && join(folder, path);
}
