import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { lastCommit } from "./last-commit.js";
import { readAgain } from "./read-again.js";
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
  /** Make what reads a file once more, as it is now; it throws `image-invalid`, with that path for a name, where the file has changed by then. */
  again(path: string, name: string): () => Uint8Array;
  /** The instant of the last commit that touched a folder. */
  lastCommit(folder: string): string | undefined;
}

/** The disk of this machine. It waits for the short answers: having another thread ask for them takes five times as long. */
export const disk: Disk = {
  read: readBytes,
  async list(folder) {
    const entries = orNone(() => readdirSync(folder, { withFileTypes: true }));
    return entries?.map(entryOf).sort((a, b) => (a.name < b.name ? -1 : 1));
  },
  async realPath(path) {
    return orNone(() => realpathSync.native(path));
  },
  async kind(path) {
    const facts = orNone(() => statSync(path, { throwIfNoEntry: false }));
    return facts && kindOf(facts);
  },
  again: readAgain,
  lastCommit,
};

function entryOf(entry: Dirent): Entry {
  return { name: entry.name, kind: entry.isSymbolicLink() ? "link" : kindOf(entry) };
}

function kindOf(facts: { isFile(): boolean; isDirectory(): boolean }): "file" | "folder" | "other" {
  return facts.isFile() ? "file" : facts.isDirectory() ? "folder" : "other";
}

function orNone<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    errorCode(error);
    return undefined;
  }
}
