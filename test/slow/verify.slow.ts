import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

test("a build that is verified has the same bytes from other surroundings", async () => {
  const temporary = temporaryFolder();
  const folder = temporaryFolder();
  expect((await runCli(["new", "book"], folder)).code).toBe(0);
  const { code, stderr, stdout } = await runCli(["build", "book", "--verify"], folder, { TMPDIR: temporary });
  expect(stderr).toContain(
    "The same bytes came of another process, folder, home, time zone, locale and umask.\n",
  );
  expect([code, stdout]).toEqual([0, expect.stringContaining("small-reports-well-set.pdf")]);
  expect(readdirSync(temporary)).toEqual([]);
});
