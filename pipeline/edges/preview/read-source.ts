import { realpath } from "node:fs/promises";
import { extname, join } from "node:path";
import { isInside } from "../inside.js";
import { readBytes } from "../read-file.js";

const texts = new Set([".md", ".markdown", ".yaml", ".yml", ".svg", ".css", ".html", ".txt", ".json"]);

/** Read a text of the publication folder; undefined where the path, or what it is a link to, lies outside or is no text. */
export async function readSourceText(folder: string, path: string): Promise<string | undefined> {
  const bytes = texts.has(extname(path).toLowerCase()) ? await readSourceBytes(folder, path) : undefined;
  return bytes && new TextDecoder().decode(bytes);
}

/** Read a file of the publication folder; undefined where the path, or what it is a link to, lies outside. */
export async function readSourceBytes(folder: string, path: string): Promise<Uint8Array | undefined> {
  const [root, real] = await Promise.all([folder, join(folder, path)].map(resolved));
  if (root === undefined || real === undefined || !isInside(root, real)) return undefined;
  const content = await readBytes(real, 20_000_000);
  return "bytes" in content ? content.bytes : undefined;
}

function resolved(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined);
}
