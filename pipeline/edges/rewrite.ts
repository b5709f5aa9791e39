import { randomBytes } from "node:crypto";
import { open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { errorCode, readBytes } from "./read-file.js";

/** Put new bytes in a file's place at once, unless it is no longer what was read; returns why not, where it was not done. */
export async function rewrite(
  path: string,
  before: Uint8Array,
  after: Uint8Array,
): Promise<string | undefined> {
  try {
    // A link stays a link: the file that it leads to is replaced.
    const target = await realpath(path);
    const { mode } = await stat(target);
    const beside = join(dirname(target), `.${basename(target)}-${randomBytes(4).toString("hex")}`);
    try {
      const file = await open(beside, "wx", mode);
      try {
        await file.writeFile(after);
        await file.chmod(mode);
        await file.sync();
      } finally {
        await file.close();
      }
      const now = await readBytes(target, before.length);
      if (!("bytes" in now) || !Buffer.from(before).equals(now.bytes)) return "it was changed meanwhile";
      await rename(beside, target);
      return undefined;
    } finally {
      await rm(beside, { force: true });
    }
  } catch (error) {
    const code = errorCode(error);
    const words = { EACCES: "writing there is not permitted", EPERM: "writing there is not permitted" };
    return words[code as keyof typeof words] ?? code;
  }
}
