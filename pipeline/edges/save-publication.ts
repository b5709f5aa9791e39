import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { NamedBytes } from "../import/importer.js";
import { fillFolder, type Refusal } from "./fill-folder.js";
import { isInside } from "./inside.js";
import { makeFolder } from "./make-folder.js";
import { copySchema } from "./new-folder.js";

/** Write the files of a new publication folder, all or none; returns why not, where it cannot be. */
export async function savePublication(
  folder: string,
  files: readonly NamedBytes[],
  signal: AbortSignal,
): Promise<Refusal | undefined> {
  return fillFolder(folder, async (stage) => {
    for (const { name, bytes } of files) {
      signal.throwIfAborted();
      const path = join(stage, name);
      // A name comes from an archive that anyone may have made: importers check it, and the door once more.
      if (!isInside(stage, path)) throw new Error(`A file of a publication lies in its folder: ${name}`);
      await makeFolder(dirname(path));
      await writeFile(path, bytes, { flag: "wx" });
    }
    await copySchema(stage);
  });
}
