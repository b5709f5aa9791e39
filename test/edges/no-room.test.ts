import { chmodSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { makeTemporaryFolder } from "../../pipeline/edges/temporary-folder.js";
import { root, runCli } from "../support/run-cli.js";
import { mounts, withDisk } from "../support/small-disk.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const shelf = realpathSync(mkdtempSync(join(tmpdir(), "quoin-test-")));
afterAll(() => rmSync(shelf, { recursive: true, force: true }));
const pdf = "dist/small-reports-well-set.pdf";
const help = "This helps: make room there, or name another folder, as in TMPDIR=/another/folder";

beforeAll(async () => {
  await runCli(["new", "book"], shelf);
  const built = await runCli(["build", "book", "--only", "screen,epub"], shelf);
  expect(built.code).toBe(0);
}, 120_000);

describe("a temporary folder that is not there", () => {
  const none = join(shelf, "none");
  const run = (...args: string[]) => runCli(args, shelf, { TMPDIR: none });

  test.each([
    ["to build what is compared", ["diff", "book", "dist"]],
    ["to keep a printer's profile in", ["preflight", pdf]],
  ])("is named once where a command needs it %s", async (_, args) => {
    const { code, stderr } = await run(...args);
    const reason = `quoin: The temporary folder ${none} takes no files: there is no such folder\n${help}\n`;
    expect([code, stderr]).toEqual([1, expect.stringMatching(new RegExp(`${literally(reason)}$`))]);
    expect(stderr.match(/there is no such folder/g)).toHaveLength(1);
  });

  test("is named once where pages are compared in the browser", async () => {
    const { code, stderr } = await run("diff", "dist", "dist", "--html", "report.html");
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining(`folder ${none}: there is no such folder\n${help}\n`),
    ]);
    expect(stderr).not.toContain("a mistake of quoin itself");
  });

  test("is named once where Ace wants a home, and the other tools' findings stay", async () => {
    const { code, stderr, stdout } = await run("check", "--epub", "dist/small-reports-well-set.epub");
    expect([code, stderr.match(/takes no files: there is no such folder/g)?.length]).toEqual([1, 1]);
    expect(stderr).toContain("ace gave no report");
    expect(stdout).toContain("Kobo");
  });
});

test.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
  "a closed folder is told to be that",
  () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o500);
    onTestFinished(() => chmodSync(folder, 0o700));
    expect(() => makeTemporaryFolder("scratch", folder)).toThrow(
      /takes no files: writing is not permitted\n/,
    );
  },
);

test.runIf(mounts)(
  "a full one is named where a printer's profile finds no room in it",
  { timeout: 60_000 },
  () => {
    const disk = temporaryFolder();
    const line = `'${process.execPath}' '${root}lib/cli.js' preflight '${join(shelf, pdf)}'; code=$?; ls -A '${disk}'; exit $code`;
    const { status, stderr, stdout } = withDisk(disk, "64k", line);
    expect(stderr).toBe(`quoin: The temporary folder ${disk} takes no files: it is full\n${help}\n`);
    expect([status, stdout]).toEqual([1, ""]);
    expect(readdirSync(disk)).toEqual([]);
  },
);

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
