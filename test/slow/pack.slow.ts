import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pack } from "../support/pack.js";

const run = promisify(execFile);

/** What a user gets: the packed tarball, installed into an empty folder. */
describe("the package", () => {
  let folder: string;
  let packed: readonly string[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "quoin-pack-"));
    const { path, files } = await pack(folder);
    packed = files;
    await run("npm", ["init", "-y"], { cwd: folder });
    await run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", path], {
      cwd: folder,
    });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("holds what runs and nothing else", () => {
    const rooms = new Set(packed.map((path) => path.split("/")[0]));
    expect([...rooms].sort()).toEqual(
      [
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "THIRD-PARTY-NOTICES.md",
        "assets",
        "lib",
        "package.json",
        "templates",
      ].sort(),
    );
    expect(packed.filter((path) => path.endsWith(".ts"))).toEqual([]);
  });

  test("makes a new publication and builds it, without a warning", async () => {
    const quoin = join(folder, "node_modules/.bin/quoin");
    await run(quoin, ["new", "report"], { cwd: folder });
    await run(quoin, ["build", "report", "--strict"], { cwd: folder });
    const made = await readdir(join(folder, "dist"));
    expect(made.filter((name) => name.endsWith(".pdf") || name.endsWith(".epub")).length).toBe(4);
    const { artifacts } = JSON.parse(await readFile(join(folder, "dist/build.json"), "utf8"));
    expect(artifacts.map(({ kind }: { kind: string }) => kind)).toEqual([
      "screen-pdf",
      "press-pdf",
      "preflight",
      "cover-pdf",
      "preflight",
      "epub",
    ]);
  });
});
