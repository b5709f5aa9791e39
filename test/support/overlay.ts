import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const base = fileURLToPath(new URL("../fixtures/base", import.meta.url));

/** Lay the files of a case over the small valid publication, in a folder that is gone when the work is done. */
export async function withOverlay<T>(folder: string, work: (publication: string) => Promise<T>): Promise<T> {
  const publication = await mkdtemp(join(tmpdir(), "quoin-case-"));
  try {
    await cp(base, publication, { recursive: true });
    await cp(folder, publication, { recursive: true });
    return await work(publication);
  } finally {
    await rm(publication, { recursive: true, force: true });
  }
}
