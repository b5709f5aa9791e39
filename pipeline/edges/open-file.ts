/** Files that are read in part, and stay readable when their names are gone. */
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import type { Spooled } from "../publication.js";
import { spooled } from "../spooled.js";
import { errorCode } from "./read-file.js";

/** Bytes up to which a file is read at once: those of a report, and of a book without photographs. */
export const smallFile = 16_000_000;

/** Bytes that the system reads at once, at most. */
const most = 1 << 30;

/** An open file, closed when nobody can read it any more. */
export interface OpenFile {
  readonly descriptor: number;
}

const forgotten = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor));

/** Hold a file open for as long as what is returned, or what `partsOf` makes of it, is held. */
export function holdOpen(descriptor: number): OpenFile {
  const file = { descriptor };
  forgotten.register(file, descriptor);
  return file;
}

/** Hand out the first `size` bytes of an open file in parts. */
export function partsOf(file: OpenFile, size: number): Spooled {
  return {
    size,
    read(from = 0, to = size) {
      const bytes = Buffer.allocUnsafeSlow(to - from);
      for (let at = 0; at < bytes.length; ) {
        const count = readSync(file.descriptor, bytes, at, Math.min(most, bytes.length - at), from + at);
        if (count === 0) throw new Error("A file became shorter while it was read");
        at += count;
      }
      return bytes;
    },
  };
}

/** Do something with a file while it is open; undefined where there is none. */
export function withFile<T>(path: string, work: (file: Spooled) => T): T | undefined {
  const descriptor = open(path);
  if (descriptor === undefined) return undefined;
  try {
    const facts = fstatSync(descriptor);
    return facts.isFile() ? work(partsOf({ descriptor }, facts.size)) : undefined;
  } finally {
    closeSync(descriptor);
  }
}

/** Open a file of up to `limit` bytes for as long as it is held, a small one by reading it; undefined where there is none. */
export function openFile(path: string, limit: number): Spooled | undefined {
  const descriptor = open(path);
  if (descriptor === undefined) return undefined;
  const facts = fstatSync(descriptor);
  const isWanted = facts.isFile() && facts.size <= limit;
  if (isWanted && facts.size > smallFile) return partsOf(holdOpen(descriptor), facts.size);
  try {
    return isWanted ? spooled(partsOf({ descriptor }, facts.size).read()) : undefined;
  } finally {
    closeSync(descriptor);
  }
}

function open(path: string): number | undefined {
  try {
    // Without O_NONBLOCK, opening a pipe that nobody writes to never comes back.
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    errorCode(error);
    return undefined;
  }
}
