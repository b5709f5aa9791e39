import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

/** Packages whose code makes part of an artifact and is not in lib/. */
const packages = ["pagedjs", "wasm-vips"] as const;

/**
 * Name the program that does the work: its compiled code, the packages that it calls, and the engine that runs it. Undefined
 * where it is not compiled: what changes from one line to the next keeps nothing.
 */
export async function nameProgram(): Promise<string | undefined> {
  const stamp = await readFile(new URL("./stamp.txt", import.meta.url), "utf8").catch(() => undefined);
  if (stamp === undefined) return undefined;
  const versions = await Promise.all(packages.map(versionOf));
  // The engine brings Unicode's data, and sorts and compresses.
  const { node, v8 } = process.versions;
  return [stamp.trim(), ...versions, `node ${node} ${v8} ${process.platform} ${process.arch}`].join("\n");
}

async function versionOf(name: string): Promise<string> {
  const folder = folderOf(name);
  if (folder === undefined) return `${name} none`;
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string };
  return `${name} ${version}`;
}

/** Find a package: its `exports` may hide its package.json, and resolving its entry takes longer. */
function folderOf(name: string): string | undefined {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  return folders.map((modules) => join(modules, name)).find((each) => existsSync(join(each, "package.json")));
}
