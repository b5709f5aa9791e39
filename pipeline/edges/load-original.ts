import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { VFileMessage } from "vfile-message";
import type { NamedBytes, Original } from "../import/importer.js";
import { problem } from "../problem.js";
import { loadBeside } from "./load-beside.js";
import { errorCode, readBytes } from "./read-file.js";

/** Bytes of one file, and of a folder's files together: an importer's own limit is lower. */
const byteLimit = 200_000_000;
const countLimit = 5000;

/** Load what is to be imported: a file, or a folder with all below it, links and hidden files passed over; beside a page its pictures. */
export async function loadOriginal(path: string, shown: string): Promise<Original | VFileMessage> {
  const refuse = (reason: string) => problem("import-unreadable", `Unreadable: ${reason}`, { file: shown });
  const facts = await stat(path).catch((error: unknown) => {
    errorCode(error);
    return undefined;
  });
  if (facts?.isDirectory()) {
    const files: NamedBytes[] = [];
    const wrong = await gather(path, "", files);
    return wrong ? refuse(wrong) : { name: basename(path), kind: "folder", files };
  }
  const content = await readBytes(path, byteLimit);
  if (!("bytes" in content)) return refuse(content.detail);
  const file = { name: basename(path), bytes: content.bytes };
  const beside = /\.x?html?$/i.test(path) ? await loadBeside(path, content.bytes) : [];
  return { name: file.name, kind: "file", files: [file], beside };
}

/** Read a folder's files in the order of their names; returns why not, where they are too many. */
async function gather(root: string, below: string, files: NamedBytes[]): Promise<string | undefined> {
  const entries = await readdir(join(root, below), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const name = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) {
      const wrong = await gather(root, name, files);
      if (wrong) return wrong;
    } else if (entry.isFile()) {
      const content = await readBytes(join(root, name), byteLimit);
      if (!("bytes" in content)) return `${name}: ${content.detail}`;
      files.push({ name, bytes: content.bytes });
      if (files.length > countLimit) return `it holds more than ${countLimit} files`;
      if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > byteLimit)
        return `its files are larger than ${byteLimit / 1_000_000} MB together`;
    }
  }
  return undefined;
}
