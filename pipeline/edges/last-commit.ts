/**
 * Ask git for the instant of the last commit that touched a folder; undefined where there is no git or no commit.
 *
 * A shallow clone is cut off at a commit that seems to have touched every file: it knows no date, and not that one.
 */
export function lastCommit(folder: string): string | undefined {
  const log = ["-c", "log.showSignature=false", "log", "-1", "--format=%cI%n%D", "--", "."];
  // Most publications are dated, and need not wait for this module.
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const git = spawnSync("git", log, { cwd: folder, encoding: "utf8", timeout: 10_000 });
  // No git, no repository, no right to read it: each means that git knows no date.
  if (git.status !== 0) return undefined;
  const [instant = "", refs = ""] = git.stdout.trim().split("\n");
  return refs.split(", ").includes("grafted") ? undefined : instant || undefined;
}
