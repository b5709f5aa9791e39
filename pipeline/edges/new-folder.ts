import { cp, mkdir, mkdtemp, readdir, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { packageRoot } from "./package-root.js";
import { errorCode } from "./read-file.js";

/** Copy the starter publication, with the schema that editors complete it by; returns why not, where it cannot be. */
export async function writeStarter(folder: string): Promise<string | undefined> {
  try {
    const there = await readdir(folder).catch((error: unknown) => {
      if (errorCode(error) === "ENOENT") return undefined;
      throw error;
    });
    if (there && there.length > 0) return "it is not empty";
    await mkdir(dirname(folder), { recursive: true });
    // Whole or not at all: filled beside its place, then renamed.
    const stage = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
    try {
      const assets = join(packageRoot, "assets");
      const made = join(stage, "new");
      await cp(join(assets, "starter"), made, { recursive: true });
      await cp(join(assets, "publication.schema.json"), join(made, "publication.schema.json"));
      if (there) await rmdir(folder);
      await rename(made, folder);
    } finally {
      await rm(stage, { recursive: true, force: true });
    }
    return undefined;
  } catch (error) {
    const code = errorCode(error);
    return { ENOTDIR: "it is a file", EACCES: "writing there is not permitted", EROFS: "the disk is read-only" }[code] ?? code;
  }
}
