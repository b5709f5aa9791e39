import { renameSync } from "node:fs";
import {
  copyFile,
  lstat,
  mkdtemp,
  readdir,
  rename,
  rm,
  rmdir,
  stat,
  utimes,
  writeFile,
} from "node:fs/promises";
import { basename, join } from "node:path";
import type { VFileMessage } from "vfile-message";
import { problem } from "../problem.js";
import type { Spooled } from "../publication.js";
import { firstDifference, piecesOf } from "../spooled.js";
import { hasEnded, nameOfProcess, withLock } from "./lock.js";
import { makeFolder } from "./make-folder.js";
import { withFile } from "./open-file.js";
import { errorCode } from "./read-file.js";

/** A file to be saved: a name without a folder. */
export interface Savable {
  readonly name: string;
  readonly file: Spooled;
}

/** What a folder is called in which files wait for their places, before the name of the process that it belongs to. */
const staging = ".quoin-";

/**
 * Save files into a folder, all or none: they are written beside their places, then renamed over what was there, the last of
 * them last; what lies there already, byte for byte, stays. Of several processes that save at once each has its turn, so that all files are of one of them.
 *
 * What went wrong on the disk is a message, and the folder is then as it was. Rejects with the signal's reason where it
 * is aborted before the first renaming.
 */
export async function save(
  files: readonly Savable[],
  out: string,
  signal: AbortSignal,
): Promise<readonly VFileMessage[]> {
  const strange = files.find(({ name }) => name !== basename(name));
  if (strange) throw new Error(`An artifact's name has no folder: ${strange.name}`);
  let made = false;
  let stage: string | undefined;
  try {
    made = await makeFolder(out);
    await removeLeftovers(out);
    const staged = await mkdtemp(join(out, `${staging}${nameOfProcess()}-`));
    stage = staged;
    // Under the lock all of it: what is found to be the same is so until the others are in their places.
    await withLock(join(out, ".quoin-lock"), async () => {
      const isSame = await Promise.all(files.map((file) => isSaved(file, out)));
      const fresh = files.filter((_, i) => !isSame[i]);
      for (const { name, file } of fresh) {
        signal.throwIfAborted();
        await writeFile(join(staged, name), piecesOf(file));
      }
      signal.throwIfAborted();
      await replace(fresh, staged, out);
      await markSaved(
        files.filter((_, i) => isSame[i]),
        out,
      );
    });
    made = false;
    return [];
  } catch (error) {
    signal.throwIfAborted();
    return [
      problem("out-invalid", `Unable to write there: ${reasonOf(error)}; nothing was changed`, { file: out }),
    ];
  } finally {
    if (stage) await rm(stage, { recursive: true, force: true });
    // Only a folder that this call made and left empty: `rmdir` refuses any other.
    if (made) await rmdir(out).catch(() => undefined);
  }
}

/** Say whether a file lies in its place already, byte for byte; a link to such a file is none. */
async function isSaved({ name, file }: Savable, out: string): Promise<boolean> {
  const path = join(out, name);
  const facts = await lstat(path).catch(() => undefined);
  if (!facts?.isFile() || facts.size !== file.size) return false;
  return withFile(path, (there) => firstDifference(there, file) === undefined) ?? false;
}

/** Let files that need not be written look as young as those that were: `make` compares their ages with the manuscript's. */
async function markSaved(files: readonly Savable[], out: string): Promise<void> {
  const now = new Date();
  for (const { name } of files) await utimes(join(out, name), now, now).catch(errorCode);
}

/** Rename every staged file over the old one of its name; where one fails, put the old ones back. */
async function replace(files: readonly Savable[], stage: string, out: string): Promise<void> {
  const places = await Promise.all(
    files.map(async ({ name }, i) => {
      const [staged, target, kept] = [join(stage, name), join(out, name), join(stage, `.old-${i}`)];
      const existed = await stat(target).catch(() => undefined);
      // A copy and not a renaming: at no moment is the old artifact missing.
      if (existed) await copyFile(target, kept);
      return { staged, target, undo: () => (existed ? rename(kept, target) : rm(target)) };
    }),
  );
  const done: typeof places = [];
  try {
    // At one go, for whoever is killed in between leaves some files old and some new.
    for (const place of places) {
      renameSync(place.staged, place.target);
      done.push(place);
    }
  } catch (error) {
    for (const { undo } of done.reverse()) await undo();
    throw error;
  }
}

/** Remove what killed processes of this machine left behind, and after a day what any left. */
async function removeLeftovers(out: string): Promise<void> {
  for (const name of await readdir(out)) {
    if (!name.startsWith(staging)) continue;
    const path = join(out, name);
    const facts = await stat(path).catch(() => undefined);
    const isOld = facts !== undefined && Date.now() - facts.mtimeMs > 86_400_000;
    if (hasEnded(ownerOf(name)) || isOld) await rm(path, { recursive: true, force: true });
  }
}

/** Read from the name of a folder or lock to which process it belongs: `.quoin-host-4711-Xy12`. */
function ownerOf(name: string): string {
  return /^\.quoin-(?:lock-)?(.+-\d+)-\w+$/.exec(name)?.[1] ?? "";
}

function reasonOf(error: unknown): string {
  const code = errorCode(error);
  return (
    {
      EACCES: "it is not permitted",
      EPERM: "it is not permitted",
      ENOSPC: "the disk is full",
      EDQUOT: "the space that this user may take there is used up",
      EFBIG: "a file would be larger than is allowed there",
      ENOENT: "the folder cannot be made",
      EBUSY: "another build writes there and does not end",
      EROFS: "it is read-only",
      EISDIR: "a folder has the name of an artifact",
    }[code] ?? code
  );
}
