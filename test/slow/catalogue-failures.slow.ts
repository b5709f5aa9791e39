import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { catalogue, writeTitle } from "../support/catalogue.js";
import { runCli } from "../support/run-cli.js";

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
