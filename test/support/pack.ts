import { execFile } from "node:child_process";
import { cp, mkdir, symlink } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { promisify } from "node:util";
import { root } from "./run-cli.js";

const run = promisify(execFile);

/** A packed tarball. */
export interface Packed {
  readonly path: string;
  /** What it holds, by its path in the package. */
  readonly files: readonly string[];
}

/** What is made, fetched or of no use to who packs. */
const left = new Set([".git", "dist", "lib", "node_modules", "out", "test"]);

/**
 * Pack the project, from a copy below `folder`: packing compiles lib/ anew, and whoever runs the command of this very project at the same
 * time, as other tests do, would find its files gone.
 */
export async function pack(folder: string): Promise<Packed> {
  const copy = join(folder, "project");
  await mkdir(copy);
  await cp(root, copy, {
    recursive: true,
    filter: (path) => relative(root, path) === "" || !left.has(basename(path)),
  });
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", folder], { cwd: copy });
  // Scripts of the package may print before the JSON.
  const listed: unknown = JSON.parse(stdout.slice(stdout.search(/^[[{]/m)));
  const [{ filename, files }] = Object.values(listed as object) as [
    { filename: string; files: { path: string }[] },
  ];
  return { path: join(folder, filename), files: files.map(({ path }) => path) };
}
