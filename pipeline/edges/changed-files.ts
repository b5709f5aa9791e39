import { execFile } from "node:child_process";
import { realpath } from "node:fs/promises";
import { join, relative } from "node:path";
import { promisify } from "node:util";

/** Files that differ, or in a sentence why git does not know. */
export type Changed = { readonly files: readonly string[] } | { readonly failed: string };

/**
 * Ask git which files differ from those of a commit, the working tree's included; of a branch, from where this one left it. Paths
 * are relative to the folder, with forward slashes, and may lead out of it.
 */
export async function changedFiles(folder: string, ref: string): Promise<Changed> {
  const git = async (...args: readonly string[]) =>
    (await promisify(execFile)("git", args, { cwd: folder, maxBuffer: 1 << 28 })).stdout;
  const commit = (name: string) =>
    git("rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`);
  try {
    const top = (await git("rev-parse", "--show-toplevel")).trimEnd();
    const named = (await commit(ref)).trim();
    // A clone that was cut off may not reach back to where the branches parted: then the commit itself must do.
    const base = await git("merge-base", named, "HEAD").catch(() => named);
    const lists = await Promise.all([
      git("diff", "--name-only", "--no-renames", "--no-ext-diff", "--ignore-submodules", "-z", base.trim()),
      git("ls-files", "--others", "--exclude-standard", "--full-name", "-z", ":/"),
    ]);
    const from = await realpath(folder);
    const files = lists.flatMap((list) => list.split("\0")).filter((path) => path !== "");
    return {
      files: [...new Set(files)].map((path) => relative(from, join(top, path)).replaceAll("\\", "/")).sort(),
    };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const said = "stderr" in error ? String(error.stderr).trim() : error.message;
    return { failed: said || `there is no commit \`${ref}\` here` };
  }
}
