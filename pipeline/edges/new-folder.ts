import { cp } from "node:fs/promises";
import { join } from "node:path";
import { fillFolder, type Refusal } from "./fill-folder.js";
import { packageRoot } from "./package-root.js";

const assets = join(packageRoot, "assets");

/** Copy the schema that editors complete publication.yaml by. */
export async function copySchema(folder: string): Promise<void> {
  await cp(join(assets, "publication.schema.json"), join(folder, "publication.schema.json"));
}

/** Copy the starter publication; returns why not, where it cannot be. */
export async function writeStarter(folder: string): Promise<Refusal | undefined> {
  return fillFolder(folder, async (stage) => {
    await cp(join(assets, "starter"), stage, { recursive: true });
    await copySchema(stage);
  });
}
