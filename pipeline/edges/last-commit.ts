import { spawnSync } from "node:child_process";

/** Ask git for the instant of the last commit that touched a folder; undefined where there is no git or no commit. */
export function lastCommit(folder: string): string | undefined {
  const git = spawnSync("git", ["log", "-1", "--format=%cI", "--", "."], {
    cwd: folder,
    encoding: "utf8",
    timeout: 10_000,
  });
  // No git, no repository, no right to read it: each means that git knows no date.
  return git.status === 0 ? git.stdout.trim() || undefined : undefined;
}
