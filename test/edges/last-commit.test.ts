import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lastCommit } from "../../pipeline/edges/last-commit.js";
import { temporaryFolder } from "../support/temporary-folder.js";

/** Two commits, of which the second leaves the book alone. */
function repository(): string {
  const folder = temporaryFolder({ "book/one.md": "# One" });
  const git = (date: string, ...args: string[]) =>
    execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@t.invalid", ...args], {
      cwd: folder,
      env: { ...process.env, GIT_COMMITTER_DATE: date },
      stdio: "ignore",
    });
  const commit = (date: string) => {
    git(date, "add", ".");
    git(date, "commit", "-m", "a change");
  };
  git("", "init");
  commit("2020-01-02T03:04:05Z");
  writeFileSync(join(folder, "other.md"), "# Other");
  commit("2021-01-02T03:04:05Z");
  return folder;
}

test("the last commit that touched the folder, and no later one", () => {
  const folder = repository();
  expect(lastCommit(join(folder, "book"))).toMatch(/^2020-01-02T03:04:05/);
  expect(lastCommit(folder)).toMatch(/^2021-01-02T03:04:05/);
});

test("a shallow clone does not take its newest commit for the one that touched the folder", () => {
  const folder = repository();
  const clone = join(temporaryFolder(), "clone");
  execFileSync("git", ["clone", "--depth", "1", `file://${folder}`, clone], { stdio: "ignore" });
  expect(lastCommit(join(clone, "book"))).toBeUndefined();
});

test("no repository, no date", () => {
  expect(lastCommit(temporaryFolder())).toBeUndefined();
});
