import { closeSync, constants, fstatSync, openSync, readFile, readFileSync } from "node:fs";
import { promisify } from "node:util";

/** Bytes of a file, or why there are none, in a few words. */
export type FileContent =
  | { readonly bytes: Uint8Array }
  | { readonly missing: boolean; readonly detail: string };

/** Bytes that are read in less time than it takes to have another thread read them. */
const soonRead = 1_000_000;

/** Read a file of up to `limit` bytes; never waits for a pipe or a device. */
export async function readBytes(path: string, limit: number): Promise<FileContent> {
  try {
    // Without O_NONBLOCK, opening a pipe that nobody writes to never comes back.
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const facts = fstatSync(file);
      if (!facts.isFile())
        return { missing: false, detail: facts.isDirectory() ? "it is a folder" : "it is not a file" };
      if (facts.size > limit) return { missing: false, detail: `it is larger than ${limit / 1_000_000} MB` };
      return { bytes: facts.size > soonRead ? await promisify(readFile)(file) : readFileSync(file) };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const code = errorCode(error);
    return { missing: code === "ENOENT" || code === "ENOTDIR", detail: words[code] ?? code };
  }
}

/** Name the system's code of a failed call, `ENOENT`; rethrows what is not such a failure. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  throw error;
}

const words: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EACCES: "reading it is not permitted",
  EPERM: "reading it is not permitted",
  ELOOP: "its links go in a circle",
  ENXIO: "it is not a file",
  ENAMETOOLONG: "its name is too long",
  EIO: "the disk does not answer",
};
