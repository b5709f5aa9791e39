import { posix } from "node:path";

/** A title of a catalogue; paths count from one folder for all, with forward slashes, `.` being that folder itself. */
export interface Title {
  readonly folder: string;
  /** As publication.yaml has it: a name or a path; undefined where that cannot be read. */
  readonly theme?: string | undefined;
}

/** Files that decide which quoin and which fonts a title is built with. */
const packages = new Set([
  "package.json",
  "package-lock.json",
  "npm-shrinkwrap.json",
  "pnpm-lock.yaml",
  "yarn.lock",
  "bun.lock",
]);

/**
 * Name the titles that changed files belong to: what lies in a title's folder, but not in that of a title within it; the theme
 * that it names, wherever that may lie; what decides about packages in a folder above it.
 */
export function touchedBy<T extends Title>(titles: readonly T[], changed: readonly string[]): readonly T[] {
  const folders = titles.map(({ folder }) => folder);
  return titles.filter((title) => {
    const places = themePlaces(title);
    return changed.some(
      (path) =>
        owner(path, folders) === title.folder ||
        places.some((place) => isBelow(place, path)) ||
        (packages.has(posix.basename(path)) && isBelow(posix.dirname(path), title.folder)),
    );
  });
}

/** The innermost title that a file lies in. */
function owner(path: string, folders: readonly string[]): string | undefined {
  const [innermost] = folders.filter((folder) => isBelow(folder, path)).sort((a, b) => depth(b) - depth(a));
  return innermost;
}

/** Where a theme is looked for, whether or not it is there now: a change may have removed it. */
function themePlaces({ folder, theme }: Title): readonly string[] {
  if (theme === undefined) return [];
  if (/[/\\]|^\./.test(theme)) return [posix.join(folder, theme.replaceAll("\\", "/"))];
  return [folder, posix.join(folder, "..")].map((beside) => posix.join(beside, "templates", theme));
}

function isBelow(folder: string, path: string): boolean {
  // A folder of `..` alone, or `.`, holds all that does not lead further up.
  if (/^\.{1,2}(?:\/\.\.)*$/.test(folder)) return steps(path) <= steps(folder);
  return path === folder || path.startsWith(`${folder}/`);
}

/** How many folders up a path begins. */
function steps(path: string): number {
  return /^(?:\.\.(?:\/|$))*/.exec(path)?.[0].match(/\.\./g)?.length ?? 0;
}

function depth(folder: string): number {
  return folder === "." ? 0 : folder.split("/").length;
}
