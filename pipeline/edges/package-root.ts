import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of this package, where templates/ and assets/ lie: the nearest above this file with both, compiled or not. */
export const packageRoot = above(dirname(fileURLToPath(import.meta.url)));

function above(folder: string): string {
  if (["templates", "assets"].every((name) => existsSync(join(folder, name)))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("the package has lost its templates");
  return above(parent);
}
