import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { volume } from "../../bench/book/volume.js";
import { artifactsOf, killBuilds } from "../support/kill-builds.js";
import { root, runCli } from "../support/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

test("a build that is killed leaves good artifacts, and the next one makes what a clean one does", {
  timeout: 120_000,
}, async () => {
  await killBuilds(temporaryFolder(), { kills: 3, seed: 3, only: "epub" });
});

test.runIf(process.platform === "linux")(
  "a build that is killed while its browser sets pages leaves no browser, and the next one removes its folders",
  { timeout: 120_000 },
  async () => {
    const temporary = temporaryFolder();
    const folder = temporaryFolder(volume(4));
    const args = [`${root}lib/cli.js`, "build", folder, "--only", "screen", "--no-cache", "--out", "dist"];
    const env = { ...process.env, TMPDIR: temporary };
    const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
    await expect.poll(() => said, { timeout: 60_000, interval: 20 }).toMatch(/^read /m);
    const browsers = descendants(child.pid);
    expect(browsers.filter(isRenderer)).not.toEqual([]);
    child.kill("SIGKILL");
    // The pipe from which it takes its orders has closed.
    await expect.poll(() => browsers.filter(isAlive), { timeout: 5000, interval: 20 }).toEqual([]);
    expect(readdirSync(temporary)).toContainEqual(expect.stringMatching(/^quoin-browser-/));
    const next = await runCli(["new", "book"], folder).then(() =>
      runCli(["build", "book", "--only", "screen", "--no-cache"], folder, { TMPDIR: temporary }),
    );
    expect(next.code).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
  },
);

test("two builds at once in one folder do no harm", { timeout: 120_000 }, async () => {
  const folder = temporaryFolder();
  expect((await runCli(["new", "book"], folder)).code).toBe(0);
  const build = (out: string, ...options: readonly string[]) =>
    runCli(["build", "book", "--only", "epub", "--out", out, ...options], folder);
  const both = await Promise.all([build("dist", "--cache", "cache"), build("dist", "--cache", "cache")]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  const after = await build("after", "--cache", "cache");
  expect(after.stderr).toMatch(/^epub .*, from the cache$/m);
  await build("clean", "--no-cache");
  expect(artifactsOf(join(folder, "dist"))).toEqual(artifactsOf(join(folder, "clean")));
  expect(artifactsOf(join(folder, "after"))).toEqual(artifactsOf(join(folder, "clean")));
  expect(readdirSync(join(folder, "dist")).filter((name) => name.startsWith("."))).toEqual([]);
});

const processes = () => readdirSync("/proc").filter((name) => /^\d+$/.test(name));

/** Read what the kernel says of a process; empty where it has ended. */
function told(process: string, file: "cmdline" | "stat"): string {
  try {
    return readFileSync(`/proc/${process}/${file}`, "utf8");
  } catch {
    return "";
  }
}

/** List the processes that a process has started, and those that they have. */
function descendants(process: number | undefined): readonly string[] {
  const children = processes().filter(
    (each) => told(each, "stat").split(") ").at(-1)?.split(" ")[1] === `${process}`,
  );
  return [...children, ...children.flatMap((child) => descendants(Number(child)))];
}

const isRenderer = (process: string) => told(process, "cmdline").includes("--type=renderer");

/** One that has ended may wait for somebody to ask after it: it says nothing of how it was called. */
const isAlive = (process: string) => told(process, "cmdline") !== "";
