import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

/** A publication in a repository: a first commit without it, two with it, and a change that is in none. */
function repository(): { folder: string; git: (...args: string[]) => string } {
  const folder = temporaryFolder({ "README.md": "Nothing yet.\n" });
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@t.invalid", ...args], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  const commit = () => {
    git("add", ".");
    git("commit", "-m", "a change");
  };
  git("init", "-b", "main");
  commit();
  mkdirSync(join(folder, "book"));
  writeFileSync(
    join(folder, "book/publication.yaml"),
    "title: T\nlanguage: en\ndate: 2018\nidentifier: doi:10.1000/182\nbody: [one.md]\n",
  );
  writeFileSync(join(folder, "book/one.md"), "# One\n\nA yellow word.\n");
  commit();
  writeFileSync(join(folder, "book/one.md"), "# One\n\nA yellow word.[^missing]\n");
  commit();
  writeFileSync(join(folder, "book/one.md"), "# One\n\nA green word  here.\n");
  return { folder, git };
}

test("a commit beside the publication as it stands; of both nothing is left behind", {
  timeout: 600_000,
}, async () => {
  const { folder, git } = repository();
  const temporary = temporaryFolder();
  const hook = join(folder, ".git/hooks/post-checkout");
  writeFileSync(hook, `#!/bin/sh\ntouch "${join(temporary, "hooked")}"\n`, { mode: 0o755 });
  const diff = (...args: string[]) => runCli(["diff", ...args], folder, { TMPDIR: temporary });
  const { code, stdout, stderr } = await diff("HEAD~1", "book", "--pictures", "0");
  expect(stderr.replace(/^(?:reading|looking|browser).*\n/gm, "")).toBe("building HEAD~1\nbuilding book\n");
  expect(stdout).toContain("One, p. 1: A <del>yellow word.</del> <ins>**green word here.**</ins>");
  expect(stdout).toMatch(/- new: book\/one\.md:3 info .* `space-doubled`/);
  expect(code).toBe(0);
  expect(readFileSync(join(folder, "quoin-diff.html"), "utf8")).toContain("What changed");

  const broken = await diff("book@HEAD~1", "book@main");
  expect([broken.code, broken.stdout]).toEqual([1, ""]);
  expect(broken.stderr).toContain("note-undefined");
  expect(broken.stderr).toContain("The publication of book@main does not build.\n");

  expect((await diff("book@HEAD~2", "book")).stderr).toMatch(
    /nothing to compare at book@HEAD~2: there was no book\/publication.yaml then\n/,
  );
  for (const name of ["nowhere", "book@nowhere", "--upload-pack=x@y"])
    expect([name, (await diff("book", name)).code]).toEqual([name, 2]);
  expect(git("worktree", "list").trim().split("\n")).toHaveLength(1);
  expect(readdirSync(temporary)).toEqual([]);
  rmSync(hook);
});
