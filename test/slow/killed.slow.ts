import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { artifactsOf, killBuilds } from "../support/kill-builds.js";
import { runCli } from "../support/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

test("a build that is killed leaves good artifacts, and the next one makes what a clean one does", {
  timeout: 120_000,
}, async () => {
  await killBuilds(temporaryFolder(), { kills: 3, seed: 3, only: "epub" });
});

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
