import { realpath, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { type Ended, runTool } from "./run-tool.js";
import { makeTemporaryFolder } from "./temporary-folder.js";

/** A commit, laid out in a worktree of its own. */
export interface CheckedOut {
  /** The top of the repository as it was. */
  readonly tree: string;
  /** The wanted folder as it was; it may not be there. */
  readonly folder: string;
  /** A folder beside them for what is made of it. */
  readonly out: string;
  /** Remove it all. */
  remove(): Promise<void>;
}

/** Ask git which commit a name means, as seen from a folder; undefined where it means none, or where there is no repository. */
export async function findCommit(
  name: string,
  cwd: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  // A name that begins with a dash would be an option.
  if (name === "" || name.startsWith("-")) return undefined;
  const found = await git(["rev-parse", "--verify", "--quiet", `${name}^{commit}`], cwd, signal);
  return found?.code === 0 ? found.stdout.trim() : undefined;
}

/** Lay out a commit with the folder, named as seen from the working folder, as it was; a string says why that cannot be. */
export async function checkOutCommit(
  commit: string,
  folder: string,
  cwd: string,
  signal: AbortSignal,
): Promise<CheckedOut | string> {
  const top = (await git(["rev-parse", "--show-toplevel"], cwd, signal))?.stdout.trim() ?? "";
  const inner = relative(await realpath(top), join(await realpath(cwd), folder));
  const place = await realpath(makeTemporaryFolder("commit"));
  const tree = join(place, "tree");
  const remove = async () => {
    // Even where the signal has aborted: git would go on knowing a worktree that is not there.
    const always = new AbortController().signal;
    await git(["worktree", "remove", "--force", tree], top, always);
    await rm(place, { recursive: true, force: true });
  };
  try {
    const added = await git(["worktree", "add", "--detach", "--quiet", tree, commit], top, signal);
    if (added?.code === 0) return { tree, folder: join(tree, inner), out: join(place, "dist"), remove };
    await remove();
    return `git cannot lay it out: ${added?.stderr.trim().split("\n").at(-1) ?? "there is no git"}`;
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Run git without the repository's hooks: that something is compared is no reason to run anything. */
async function git(args: readonly string[], cwd: string, signal: AbortSignal): Promise<Ended | undefined> {
  try {
    return await runTool("git", ["-c", "core.hooksPath=/dev/null", ...args], process.env, signal, cwd);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
