import { chmodSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { freeIn, makeProfile, tooLittle } from "../../../pipeline/edges/browser/room.js";
import { root, runCli } from "../../support/run-cli.js";
import { mounts, withDisk } from "../../support/small-disk.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const megabyte = 2 ** 20;

test("a folder with less than 64 MB is too little, and one of which nobody knows is not", () => {
  expect(tooLittle("/t", 64 * megabyte)).toBeUndefined();
  expect(tooLittle("/t", undefined)).toBeUndefined();
  expect(tooLittle("/t", 64 * megabyte - 1, "It said no.")).toMatchObject({
    ruleId: "browser-room",
    fatal: true,
    reason:
      "The temporary folder /t had 63 MB free, and the browser wants 64 MB for its files\n" +
      "This helps: make room there, or name another folder, as in TMPDIR=/another/folder\n" +
      "It said no.",
  });
});

test("what a folder has free is what its file system says, and nothing where there is none", () => {
  const folder = temporaryFolder();
  expect(freeIn(folder)).toBeGreaterThan(0);
  expect(freeIn(join(folder, "none"))).toBeUndefined();
});

describe("a temporary folder that takes no other", () => {
  test("is named where it is not there, or a file", () => {
    const folder = temporaryFolder({ file: "" });
    const place = (name: string) => () => makeProfile(join(folder, name));
    expect(place("none")).toThrow(/temporary folder .*none: there is no such folder\n.*TMPDIR=/s);
    expect(place("file")).toThrow(/it is no folder/);
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === "win32")("is named where it is closed", () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o500);
    onTestFinished(() => chmodSync(folder, 0o700));
    expect(() => makeProfile(folder)).toThrow(/writing is not permitted/);
  });

  test("ends a build with a message, and no mistake of quoin's", async () => {
    const folder = temporaryFolder();
    await runCli(["new", "book"], folder);
    const built = await runCli(["build", "book", "--only", "screen", "--no-cache"], folder, {
      TMPDIR: join(folder, "none"),
    });
    expect(built.code).toBe(1);
    expect(built.stderr).toMatch(/there is no such folder\n.*TMPDIR=.* browser-room$/m);
  });
});

describe.runIf(mounts)("a temporary folder that is full", () => {
  test.each([
    ["before the browser starts", "64k", "had 0 MB free"],
    ["while the browser works", "1m", "had 0 MB free"],
  ])("%s is named, with what helps", { timeout: 60_000 }, async (_, size, words) => {
    const folder = temporaryFolder();
    const disk = temporaryFolder();
    await runCli(["new", "book"], folder);
    const build = `'${process.execPath}' '${root}lib/cli.js' build '${folder}/book' --only screen --no-cache --out '${folder}/dist'`;
    const { status, stderr } = withDisk(disk, size, `${build}; code=$?; ls -A '${disk}' >&2; exit $code`);
    expect(stderr).toContain(`The temporary folder ${disk} ${words}`);
    expect(stderr).toMatch(/TMPDIR=\/another\/folder/);
    expect(stderr).toMatch(/ browser-room$/m);
    expect(stderr).not.toContain("browser-died");
    // Nothing of the browser lies there behind the summary.
    expect(stderr.trimEnd()).toMatch(/Nothing was written\.$/);
    expect(status).toBe(1);
    expect(readdirSync(folder)).toEqual(["book"]);
  });
});
