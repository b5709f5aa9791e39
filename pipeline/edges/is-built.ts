import { existsSync } from "node:fs";
import { join } from "node:path";

/** Say whether a folder holds what an earlier build made. */
export function isBuilt(out: string): boolean {
  return existsSync(join(out, "build.json"));
}
