import { existsSync, realpathSync } from "node:fs";
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
  const folder = folderOf(name, by === undefined ? import.meta.url : folderOf(by, import.meta.url));
  if (folder === undefined) return `${name} none`;
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string };
  return `${name} ${version}`;
}

/** Find a package from a file or a package: its `exports` may hide its package.json, and resolving its entry takes longer. */
function folderOf(name: string, from: string | undefined): string | undefined {
  if (from === undefined) return undefined;
  const folders = createRequire(from).resolve.paths(name) ?? [];
  const folder = folders
    .map((modules) => join(modules, name))
    .find((each) => existsSync(join(each, "package.json")));
  // With its links resolved: some package managers link a package to the place beside which those lie that it needs.
  return folder === undefined ? undefined : join(realpathSync(folder), "/");
}
