import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readMetadata } from "../metadata.js";
import { isPassedOver } from "./load-images.js";
import { errorCode } from "./read-file.js";
import { readInside } from "./read-inside.js";

/** A publication folder below another, and what its publication.yaml says; the latter is not there where it cannot be read. */
export interface FoundPublication {
  /** Relative, with forward slashes; `.` where the folder itself is one. */
  readonly folder: string;
  readonly title?: string;
  readonly theme?: string;
}

/** Folders within folders that are looked into: what lies deeper is no catalogue, or a circle of links. */
const deepest = 20;

/** Find every publication in a folder and below it, in the order of their paths; links are not followed. */
export async function findPublications(root: string): Promise<readonly FoundPublication[]> {
  const folders = await walk(root, "", 0);
  const found: FoundPublication[] = [];
  for (const folder of folders.sort((a, b) => (a < b ? -1 : 1))) found.push(await describe(root, folder));
  return found;
}

async function walk(root: string, below: string, depth: number): Promise<string[]> {
  const entries = await readdir(join(root, below), { withFileTypes: true }).catch((error: unknown) => {
    errorCode(error);
    return [];
  });
  const own = entries.some(({ name }) => name === "publication.yaml") ? [below || "."] : [];
  const inner = entries.filter(
    (entry) => entry.isDirectory() && !isPassedOver(entry.name) && depth < deepest,
  );
  for (const { name } of inner) own.push(...(await walk(root, below ? `${below}/${name}` : name, depth + 1)));
  return own;
}

async function describe(root: string, folder: string): Promise<FoundPublication> {
  const yaml = await readInside(join(root, folder), "publication.yaml", 1_000_000);
  if (!("bytes" in yaml)) return { folder };
  // Which day it is dated with is nothing to a list.
  const { metadata } = readMetadata(yaml.bytes, "publication.yaml", {
    sourceDateEpoch: "0",
    lastChange: () => undefined,
  });
  return metadata ? { folder, title: metadata.title, theme: metadata.theme } : { folder };
}
