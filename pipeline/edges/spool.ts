/** Files that are being made, on disk as soon as they are large: the photographs of a book are many times its words. */
import { openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Spool, Spooled } from "../publication.js";
import { joined, partOf, piecesOf, spoolInMemory } from "../spooled.js";
import { NoRoom } from "./no-room.js";
import { holdOpen, type OpenFile, partsOf, smallFile, withFile } from "./open-file.js";
import { errorCode } from "./read-file.js";
import { scratchFolder } from "./scratch-folder.js";

let named = 0;

/** Begin a file, which moves from memory into the temporary folder when it has grown beyond `limit` bytes; it stays in memory where that folder takes none. */
export function openSpool(limit: number = smallFile): Spool {
  let spool: Spool = spoolInMemory();
  let size = 0;
  let isSmall = true;
  return {
    write(bytes) {
      size += bytes.length;
      if (isSmall && size > limit) {
        isSmall = false;
        const held = spool.end();
        spool = spoolOnDisk() ?? spoolInMemory();
        spool.write(held.read());
      }
      return spool.write(bytes);
    },
    end: () => spool.end(),
  };
}

/** Copy a file that will be gone; undefined where there is none. */
export function spoolFile(path: string): Spooled | undefined {
  return withFile(path, (file) => {
    const spool = openSpool();
    for (const bytes of piecesOf(file)) spool.write(bytes);
    return spool.end();
  });
}

/** Begin a file in the temporary folder; undefined where that takes none. What the folder has no room for stays in memory. */
function spoolOnDisk(): Spool | undefined {
  const file = openNameless();
  if (!file) return undefined;
  let size = 0;
  let rest: Spool | undefined;
  return {
    write(bytes) {
      if (rest) return rest.write(bytes);
      try {
        for (let at = 0; at < bytes.length; )
          at += writeSync(file.descriptor, bytes, at, bytes.length - at, size + at);
        size += bytes.length;
        return partOf(partsOf(file, size), size - bytes.length, size);
      } catch (error) {
        errorCode(error);
        rest = spoolInMemory();
        return rest.write(bytes);
      }
    },
    end: () => (rest ? joined(partsOf(file, size), rest.end()) : partsOf(file, size)),
  };
}

/** Open a new file of the temporary folder and take its name away: whatever ends this process, nothing stays behind. */
function openNameless(): OpenFile | undefined {
  try {
    const path = join(scratchFolder(), `spool-${named++}`);
    const file = holdOpen(openSync(path, "wx+", 0o600));
    // Where a system keeps the name of what is open, it goes with the folder.
    rmSync(path, { force: true });
    return file;
  } catch (error) {
    if (!(error instanceof NoRoom)) errorCode(error);
    return undefined;
  }
}
