/** Files that were made and wait for their places: those in memory, and what all have in common. */
import { createHash } from "node:crypto";
import type { Spool, Spooled } from "./publication.js";

/** Bytes that are read at once: what is larger is taken through memory in pieces of so many. */
const piece = 1 << 20;

/** Make of bytes that are in memory a file that waits. */
export function spooled(bytes: Uint8Array): Spooled {
  return { size: bytes.length, read: (from = 0, to = bytes.length) => bytes.subarray(from, to) };
}

/** Make of a text a file that waits, in UTF-8. */
export function spooledText(text: string): Spooled {
  return spooled(Buffer.from(text));
}

/** Make a file of a part of another. */
export function partOf(file: Spooled, start: number, end: number): Spooled {
  const size = end - start;
  return { size, read: (from = 0, to = size) => file.read(start + from, start + to) };
}

/** Make one file of two that follow one another. */
export function joined(one: Spooled, other: Spooled): Spooled {
  const size = one.size + other.size;
  return {
    size,
    read(from = 0, to = size) {
      if (to <= one.size) return one.read(from, to);
      if (from >= one.size) return other.read(from - one.size, to - one.size);
      return Buffer.concat([one.read(from, one.size), other.read(0, to - one.size)]);
    },
  };
}

/** Begin a file in memory. */
export function spoolInMemory(): Spool {
  const pieces: Buffer[] = [];
  return {
    write(bytes) {
      const own = Buffer.from(bytes);
      pieces.push(own);
      return spooled(own);
    },
    end: () => spooled(Buffer.concat(pieces)),
  };
}

/** Read a file in pieces, one after the other. */
export function* piecesOf(file: Spooled): Generator<Uint8Array> {
  for (let from = 0; from < file.size; from += piece)
    yield file.read(from, Math.min(from + piece, file.size));
}

/** Read parts of a file that lie near to one another, many of them at once: `atOnce` bytes. */
export function readingAhead(file: Spooled, atOnce: number): (from: number, to: number) => Uint8Array {
  let [start, held] = [0, file.read(0, 0)];
  return (from, to) => {
    if (to - from >= atOnce) return file.read(from, to);
    if (from < start || to > start + held.length) {
      start = from;
      held = file.read(from, Math.min(file.size, from + atOnce));
    }
    return held.subarray(from - start, to - start);
  };
}

/** Digest a file; 64 hexadecimal digits. */
export function sha256Of(file: Spooled): string {
  const digest = createHash("sha256");
  for (const bytes of piecesOf(file)) digest.update(bytes);
  return digest.digest("hex");
}

/** Find the first byte in which two files differ; the length of the shorter where one begins the other. */
export function firstDifference(one: Spooled, other: Spooled): number | undefined {
  const both = Math.min(one.size, other.size);
  for (let from = 0; from < both; from += piece) {
    const to = Math.min(from + piece, both);
    const [a, b] = [one.read(from, to), other.read(from, to)];
    if (Buffer.compare(a, b) !== 0) return from + a.findIndex((byte, index) => byte !== b[index]);
  }
  return one.size === other.size ? undefined : both;
}
