import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeTitle } from "../support/catalogue.js";
import { runCli } from "../support/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

function catalogue(): string {
  const folder = temporaryFolder({ "README.md": "x", "books/node_modules/x/publication.yaml": "title: X\n" });
  for (const name of ["atlas", "birds", "coasts"])
    writeTitle(join(folder, "books", name), name, `# ${name}\n\nWords of ${name}.\n`);
  return folder;
}

test("a catalogue is built side by side; a title that fails harms no other", {
  timeout: 120_000,
}, async () => {
  const folder = catalogue();
  writeTitle(join(folder, "books/birds"), "birds", "# Birds\n\nA call of nothing.[^x]\n");
  const build = (...options: readonly string[]) =>
    runCli(["build", "--all", "books", "--only", "epub", "--cache", "cache", ...options], folder);
  const { code, stdout, stderr } = await build("--jobs", "2");
  expect(stdout).toBe(
    "built   atlas  1 artifact\nfailed  birds\nbuilt   coasts  1 artifact\n3 titles, 1 failed\n",
  );
  expect(stderr).toMatch(/^books\/birds\/one\.md:3:19 error .* note-undefined$/m);
  expect(stderr).toMatch(/^3 of 3 {2}/m);
  // Each title's own process says so; here it is said once.
  const { sandbox } = JSON.parse(readFileSync(join(folder, "dist/atlas/build.json"), "utf8"));
  expect(stderr.match(/^browser {2}without its sandbox/gm) ?? []).toHaveLength(sandbox === "off" ? 1 : 0);
  expect(code).toBe(1);
  expect(readdirSync(join(folder, "dist"), { recursive: true }).map(String).sort()).toEqual([
    "atlas",
    "atlas/atlas.epub",
    "atlas/build.json",
    "coasts",
    "coasts/build.json",
    "coasts/coasts.epub",
  ]);

  writeTitle(join(folder, "books/birds"), "birds", "# Birds\n\nWords.\n");
  const again = await build("--json");
  const { ok, titles } = JSON.parse(again.stdout);
  expect([again.code, ok]).toEqual([0, true]);
  const cached = titles.map((title: { folder: string; stages: { name: string; cached?: string }[] }) => [
    title.folder,
    title.stages.find(({ name }) => name === "epub")?.cached,
  ]);
  expect(cached).toEqual([
    ["atlas", "whole"],
    // The cover is another title's.
    ["birds", undefined],
    ["coasts", "whole"],
  ]);
  expect(existsSync(join(folder, "dist/birds/birds.epub"))).toBe(true);

  const github = await build("--format", "github", "--strict");
  expect([github.code, github.stdout]).toEqual([0, expect.not.stringContaining("::error")]);
});

test("a title whose process is ended is named, and the others are built", { timeout: 60_000 }, async () => {
  const folder = catalogue();
  // What stands for a system that is short of memory: the process is killed as soon as it has read which title is its own.
  const kill =
    'if (process.argv.some((arg) => arg.endsWith("/birds"))) process.kill(process.pid, "SIGKILL");';
  writeFileSync(join(folder, "kill.cjs"), kill);
  const env = { NODE_OPTIONS: `--require ${join(folder, "kill.cjs")}` };
  const { code, stdout, stderr } = await runCli(["build", "--all", "books", "--only", "epub"], folder, env);
  const words = "error Unexpected end of the build of birds: it ended without a word";
  expect(stderr).toContain(["books/birds", words, "build-ended"].join(" "));
  expect([code, stdout]).toEqual([1, expect.stringContaining("3 titles, 1 failed")]);
});

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
