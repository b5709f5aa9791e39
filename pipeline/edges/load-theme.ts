import { basename, extname, join } from "node:path";
import type { VFileMessage } from "vfile-message";
import { didYouMean, problem } from "../problem.js";
import type { FontFace, Place, Theme } from "../publication.js";
import { type Face, isSameFace } from "../theme/schema.js";
import { readFonts, readTheme } from "../theme.js";
import { type Disk, disk as thisDisk } from "./disk.js";
import { findTheme, listThemes, reportTheme } from "./find-theme.js";
import { loadFonts } from "./load-fonts.js";
import { loadTexts, type Texts } from "./load-texts.js";
import { packageRoot } from "./package-root.js";

/** What came of a theme's folder: a theme unless a message is an error. Messages name files by their full path. */
export interface LoadedTheme {
  readonly theme?: Theme;
  readonly messages: readonly VFileMessage[];
}

/** Load the theme that a publication asks for by name or path; `place` is where it asks. */
export async function loadTheme(
  name: string,
  publication: string,
  place: Place,
  disk: Disk = thisDisk,
): Promise<LoadedTheme> {
  const folder = await findTheme(name, publication, disk);
  if (!folder) return { messages: [await unknownTheme(name, publication, place, disk)] };
  const folders = folder === reportTheme ? [folder] : [folder, reportTheme];
  const shared = await loadTexts(join(packageRoot, "assets"), disk);
  const own = await Promise.all(folders.map((from) => loadTexts(from, disk)));

  const lists = allOf([...own, shared], "fonts.yaml").map((list) => ({ ...readFonts(list), list }));
  const fonts = lists.flatMap((list) => list.fonts);
  const { settings, messages } = readTheme(basename(folder), allOf(own, "theme.yaml"), fonts);
  const mistakes = [...[...own, shared, ...lists].flatMap((part) => part.messages), ...messages];
  if (!settings || mistakes.length > 0) return { messages: mistakes };

  const wanted = new Set([...settings.printFonts, ...settings.bookFonts]);
  const loaded = await Promise.all(
    lists.map((list) =>
      loadFonts(
        list.fonts.filter((font) => wanted.has(font)),
        list.list.file,
        publication,
        disk,
      ),
    ),
  );
  const missing = loaded.flatMap((result) => result.messages);
  if (missing.length > 0) return { messages: missing };
  const faces = loaded.flatMap((result) => result.faces);
  return {
    theme: {
      ...settings,
      printFonts: pick(faces, settings.printFonts),
      bookFonts: pick(faces, settings.bookFonts),
      offers: loaded.flatMap((result) => result.offers),
      styles: textsOf(own, ".css"),
      pages: textsOf(own, ".html"),
    },
    messages: await mistakesOfStyles(folder, own[0]),
  };
}

/** The house's own style sheets are read by its tests, and not at every build. */
async function mistakesOfStyles(folder: string, own: Texts | undefined): Promise<readonly VFileMessage[]> {
  const styles = [...(own?.files.values() ?? [])].filter(({ file }) => extname(file) === ".css");
  if (folder === reportTheme || styles.length === 0) return [];
  const { styleMistakes } = await import("../theme/style-mistakes.js");
  return styles.flatMap(styleMistakes);
}

async function unknownTheme(
  name: string,
  publication: string,
  place: Place,
  disk: Disk,
): Promise<VFileMessage> {
  const themes = await listThemes(publication, disk);
  const hint = didYouMean(name, themes) || ` Expected a path or one of ${themes.join(", ")}`;
  return problem("theme-unknown", `Unexpected theme \`${name}\`.${hint}`, place);
}

function allOf(folders: readonly Texts[], name: string) {
  return folders.flatMap(({ files }) => files.get(name) ?? []);
}

function pick(faces: readonly FontFace[], wanted: readonly Face[]): readonly FontFace[] {
  return wanted.flatMap((entry) => faces.find((face) => isSameFace(face, entry)) ?? []);
}

/** Texts by file name; the theme's own win over those that it borrows. */
function textsOf(folders: readonly Texts[], extension: string): Record<string, string> {
  const texts = folders
    .toReversed()
    .flatMap(({ files }) => [...files].map(([name, { text }]): [string, string] => [name, text]));
  return Object.fromEntries(texts.filter(([name]) => extname(name) === extension));
}
