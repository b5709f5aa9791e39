import { lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hasEnded, nameOfProcess } from "./lock.js";
import { inRoom } from "./no-room.js";
import { errorCode } from "./read-file.js";

/**
 * Make a folder for a while: `quoin-browser-host-4711-Xy12ab` of the kind `browser`. What processes of this user left in the
 * temporary folder when they were killed goes first. Throws a `NoRoom` where that folder takes none.
 */
export function makeTemporaryFolder(kind: string, temporary: string = tmpdir()): string {
  removeLeftovers(temporary);
  const name = join(temporary, `quoin-${kind}-${nameOfProcess()}-`);
  return inRoom(temporary, () => mkdtempSync(name));
}

function removeLeftovers(temporary: string): void {
  for (const name of namesIn(temporary)) {
    const owner = /^quoin-[a-z]+-(.+-\d+)-\w{6}$/.exec(name)?.[1];
    if (owner === undefined || !hasEnded(owner)) continue;
    const path = join(temporary, name);
    try {
      // The folder is everybody's: what another user gave such a name is left alone, and so is a link to elsewhere.
      const facts = lstatSync(path);
      if (facts.isDirectory() && facts.uid === (process.getuid?.() ?? facts.uid))
        rmSync(path, { recursive: true, force: true });
    } catch (error) {
      // A browser may still be dying in it, or another build removes it, too: one of the next does.
      errorCode(error);
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    // Making a folder in it says what is wrong with it.
    errorCode(error);
    return [];
  }
}
