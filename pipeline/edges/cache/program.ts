import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

/** Packages whose code makes part of an artifact and is not in lib/, each with the one that brings it where that is another. */
const packages = [["pagedjs"], ["subset-font"], ["harfbuzzjs", "subset-font"], ["wasm-vips"]] as const;

/**
 * Name the program that does the work: its compiled code, the packages that it calls, and the engine that runs it. Undefined
 * where it is not compiled: what changes from one line to the next keeps nothing.
 */
export async function nameProgram(): Promise<string | undefined> {
  const stamp = await readFile(new URL("./stamp.txt", import.meta.url), "utf8").catch(() => undefined);
  if (stamp === undefined) return undefined;
  const versions = await Promise.all(packages.map(([name, by]) => versionOf(name, by)));
  // The engine brings Unicode's data, and sorts and compresses.
  const { node, v8 } = process.versions;
  return [stamp.trim(), ...versions, `node ${node} ${v8} ${process.platform} ${process.arch}`].join("\n");
}

async function versionOf(name: string, by?: string): Promise<string> {
  const own = createRequire(import.meta.url);
  const folder = by === undefined ? folderOf(name, own) : folderOf(name, createRequire(own.resolve(by)));
  if (folder === undefined) return `${name} none`;
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string };
  return `${name} ${version}`;
}

/** A package's `exports` may hide its package.json. */
function folderOf(name: string, require: NodeJS.Require): string | undefined {
  const folders = (require.resolve.paths(name) ?? []).map((modules) => join(modules, name));
  return folders.find((folder) => existsSync(join(folder, "package.json")));
}
