import { errorCode } from "./read-file.js";

/** What helps where the temporary folder takes nothing. */
export const helpOfRoom = "This helps: make room there, or name another folder, as in TMPDIR=/another/folder";

/** The temporary folder takes no files: it is missing, closed or full, which no manuscript can help. */
export class NoRoom extends Error {
  /** Why, in words. */
  readonly why: string;

  constructor(folder: string, why: string) {
    super(`The temporary folder ${folder} takes no files: ${why}\n${helpOfRoom}`);
    this.why = why;
  }
}

/** Do what writes into the temporary folder. Throws a `NoRoom` where the system refuses it. */
export function inRoom<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = errorCode(error);
    throw new NoRoom(folder, words[code] ?? code);
  }
}

const words: Readonly<Record<string, string>> = {
  ENOENT: "there is no such folder",
  ENOTDIR: "it is no folder",
  EACCES: "writing is not permitted",
  EPERM: "writing is not permitted",
  EROFS: "it is read-only",
  ENOSPC: "it is full",
  EDQUOT: "your share of it is used up",
};
