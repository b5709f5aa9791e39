import { cp, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { makeFolder } from "./make-folder.js";
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
    await makeFolder(dirname(folder));
    // Whole or not at all: copied beside its place, then renamed.
    const stage = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
    try {
      const assets = join(packageRoot, "assets");
      const made = join(stage, "new");
      await cp(join(assets, "starter"), made, { recursive: true });
      await cp(join(assets, "publication.schema.json"), join(made, "publication.schema.json"));
      // An empty folder is filled and not replaced: somebody may stand in it.
      if (there) for (const name of await readdir(made)) await rename(join(made, name), join(folder, name));
      else await rename(made, folder);
    } finally {
      await rm(stage, { recursive: true, force: true });
    }
    return undefined;
  } catch (error) {
    const code = errorCode(error);
    return (
      { ENOTDIR: "it is a file", EACCES: "writing there is not permitted", EROFS: "the disk is read-only" }[
        code
      ] ?? code
    );
  }
}
