import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogue } from "../support/catalogue.js";
import { runCli } from "../support/run-cli.js";

test("a command line that makes no sense of a catalogue is refused", async () => {
  const folder = catalogue();
  const said = async (...args: readonly string[]) => {
    const { code, stderr } = await runCli(args, folder);
    return `${code} ${stderr.split("\n")[0]}`;
  };
  expect(await said("build", "--all", "elsewhere")).toBe(
    "2 quoin: there is no publication in elsewhere or below it",
  );
  expect(await said("build", "--all", "books", "--jobs", "0")).toBe(
    "2 quoin: --jobs 0 is no number from 1 to 99",
  );
  expect(await said("build", "books/atlas", "--jobs", "2")).toBe(
    "2 quoin: --jobs is for --all, which builds several titles",
  );
});

describe("quoin list", () => {
  const git = (folder: string, ...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
      cwd: folder,
      stdio: "ignore",
    });

  test("lists the titles, and those that a change touches, as a CI matrix takes them", async () => {
    const folder = catalogue();
    const list = async (...args: readonly string[]) => (await runCli(["list", ...args], folder)).stdout;
    expect(await list()).toBe("books/atlas\nbooks/birds\nbooks/coasts\n");
    expect(await list("books/atlas")).toBe("books/atlas\n");
    git(folder, "init", "-b", "main");
    git(folder, "add", ".");
    git(folder, "commit", "-m", "All");
    expect(await list("--changed-since", "HEAD", "--json")).toBe('{"include":[]}\n');

    git(folder, "checkout", "-b", "change");
    rmSync(join(folder, "books/atlas/one.md"));
    git(folder, "commit", "-am", "One source is gone");
    git(folder, "checkout", "main");
    writeFileSync(join(folder, "books/coasts/one.md"), "# Changed on the other branch\n");
    git(folder, "commit", "-am", "Meanwhile");
    git(folder, "checkout", "change");
    // Not committed yet, in a name that git would write otherwise.
    mkdirSync(join(folder, "books/birds/images"));
    writeFileSync(join(folder, "books/birds/images/Vögel \n.svg"), "<svg/>");
    expect(await list("books", "--changed-since", "main", "--json")).toBe(
      '{"include":[{"folder":"books/atlas","title":"atlas"},{"folder":"books/birds","title":"birds"}]}\n',
    );
    expect(await list("--changed-since", "main")).toBe("books/atlas\nbooks/birds\n");
  });

  test("says what git does not know, and runs nothing that a ref may say", async () => {
    const folder = catalogue();
    git(folder, "init");
    for (const ref of ["nowhere", "--output=here", "; touch here"]) {
      const { code, stderr } = await runCli(["list", `--changed-since=${ref}`], folder);
      expect([code, stderr.split("\n")[0]]).toEqual([
        2,
        expect.stringContaining(`quoin: --changed-since ${ref}: `),
      ]);
    }
    expect(existsSync(join(folder, "here"))).toBe(false);
  });
});
