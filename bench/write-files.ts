import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Files by path, texts or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Write files below a folder. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
