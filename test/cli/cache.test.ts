import { cpSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

test("a build without a change starts no browser and says so; the bytes are those of a clean one", async () => {
  const folder = temporaryFolder();
  const temporary = temporaryFolder();
  expect((await runCli(["new", "book"], folder)).code).toBe(0);
  const build = async (out: string, ...options: readonly string[]) => {
    const started = performance.now();
    const args = ["build", "book", "--only", "screen,epub", "--out", out, ...options];
    const { code, stderr } = await runCli(args, folder, { TMPDIR: temporary });
    expect(code, stderr).toBe(0);
    const { stages, sandbox, ...record } = JSON.parse(readFileSync(join(folder, out, "build.json"), "utf8"));
    return { stages, sandbox, record, stderr, ms: performance.now() - started };
  };
  // That root's browser has no sandbox is told, but is no warning.
  const first = await build("first", "--cache", "cache", "--strict");
  expect(first.sandbox).toMatch(process.getuid?.() === 0 ? /^off$/ : /^(?:on|off)$/);
  const notes = first.stderr.match(/^browser {2}without its sandbox: .+$/gm) ?? [];
  expect(notes).toHaveLength(first.sandbox === "off" ? 1 : 0);
  // A browser keeps its profile in the temporary folder: that one had been started would show there.
  const before = statSync(temporary).mtimeMs;
  const again = await build("again", "--cache", "cache");
  expect(statSync(temporary).mtimeMs).toBe(before);
  const clean = await build("clean", "--no-cache");
  expect(statSync(temporary).mtimeMs).toBeGreaterThan(before);

  const cached = again.stages.map((stage: { name: string; cached?: string }) => [stage.name, stage.cached]);
  expect(cached).toEqual([
    ["load", undefined],
    ["read", "whole"],
    ["screen", "whole"],
    ["epub", "whole"],
  ]);
  expect([again.sandbox, again.stderr]).toEqual([undefined, expect.not.stringContaining("sandbox")]);
  expect(again.stderr).toMatch(/^screen +\d+ ms, from the cache$/m);
  expect(again.record).toEqual(clean.record);
  for (const name of readdirSync(join(folder, "clean")).filter((each) => each !== "build.json"))
    expect(readFileSync(join(folder, "again", name)).equals(readFileSync(join(folder, "clean", name)))).toBe(
      true,
    );
  expect(again.ms).toBeLessThan(clean.ms / 2);

  // The folder may have been carried from another machine, and the publication may lie elsewhere.
  cpSync(join(folder, "cache"), join(folder, "carried"), { recursive: true });
  cpSync(join(folder, "book"), join(folder, "shelf/book"), { recursive: true });
  const carried = ["build", "shelf/book", "--only", "screen", "--cache", "carried", "--json"];
  const { stdout } = await runCli(carried, folder);
  expect(JSON.parse(stdout).stages.slice(1)).toMatchObject([{ cached: "whole" }, { cached: "whole" }]);
});

test("the cache says where it is and how large, and is cleared of its own entries alone", async () => {
  const folder = temporaryFolder({
    "cache/ab/0123": "12345",
    "cache/mine.txt": "x",
    "cache/.writing-1": "x",
    file: "",
  });
  const cache = (...args: readonly string[]) => runCli(["cache", ...args], folder);
  const place = join(folder, "cache");
  expect(await cache("--cache", "cache")).toMatchObject({ code: 0, stdout: `${place}\n1 entry, 1 kB\n` });
  const cleared = `removed 1 entry, 1 kB from ${place}\n`;
  expect(await cache("--cache", "cache", "--clear")).toMatchObject({ code: 0, stdout: cleared });
  expect(readdirSync(place)).toEqual(["mine.txt"]);
  expect(await cache()).toMatchObject({
    code: 0,
    stdout: "Nothing is kept: there is no folder for it, or QUOIN_CACHE is off.\n",
  });
  const wrong = await cache("--cache", "file/cache");
  expect([wrong.code, wrong.stderr]).toEqual([
    2,
    expect.stringContaining(`a cache cannot be kept in ${folder}/file/cache`),
  ]);
  const both = await runCli(["build", "--cache", "cache", "--no-cache"], folder);
  expect([both.code, both.stderr]).toEqual([2, expect.stringContaining("ask for different things")]);
});

test.each([
  ["XDG_CACHE_HOME", { XDG_CACHE_HOME: "FOLDER/xdg" }, "xdg/quoin/builds"],
  ["the home folder", { XDG_CACHE_HOME: "", HOME: "FOLDER/home" }, "home/.cache/quoin/builds"],
])("the user's cache is found by %s", async (_, env, place) => {
  const folder = temporaryFolder();
  const own = Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, value.replace("FOLDER", folder)]),
  );
  const { stdout } = await runCli(["cache"], folder, { ...own, QUOIN_CACHE: "" });
  expect(stdout).toBe(`${join(folder, place)}\nnothing\n`);
});
