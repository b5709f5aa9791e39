import { readdir, realpath, stat } from "node:fs/promises";
import { lastCommit } from "./last-commit.js";
import { errorCode, type FileContent, readBytes } from "./read-file.js";

/** What lies in a folder: its name, and what it is; a link is not followed. */
export interface Entry {
  readonly name: string;
  readonly kind: "file" | "folder" | "link" | "other";
}

/**
 * All that loading asks of the world, each question with words and numbers alone and an answer that can be hashed: so it can be
 * told later whether the world would answer again as it did.
 */
export interface Disk {
  /** Bytes of a file of up to `limit` bytes, or why there are none. */
  read(path: string, limit: number): Promise<FileContent>;
  /** What lies in a folder, in the order of names; undefined where it cannot be listed. */
  list(folder: string): Promise<readonly Entry[] | undefined>;
  /** A path with its links resolved; undefined where it leads nowhere. */
  realPath(path: string): Promise<string | undefined>;
  /** What stands at the end of a path, links followed. */
  kind(path: string): Promise<"file" | "folder" | "other" | undefined>;
  /** The instant of the last commit that touched a folder. */
  lastCommit(folder: string): string | undefined;
}

/** The disk of this machine. */
export const disk: Disk = {
  read: readBytes,
  async list(folder) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(none);
    return entries
      ?.map((entry) => ({
        name: entry.name,
        kind: entry.isSymbolicLink() ? ("link" as const) : kindOf(entry),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  },
  realPath: (path) => realpath(path).catch(none),
  async kind(path) {
    const facts = await stat(path).catch(none);
    return facts && kindOf(facts);
  },
  lastCommit,
};

function kindOf(facts: { isFile(): boolean; isDirectory(): boolean }): "file" | "folder" | "other" {
  return facts.isFile() ? "file" : facts.isDirectory() ? "folder" : "other";
}

function none(error: unknown): undefined {
  errorCode(error);
}
