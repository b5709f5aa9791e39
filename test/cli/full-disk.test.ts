import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { root, runCli } from "../support/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

// A limit of the shell refuses every byte, as a full disk does: files are made, and nothing goes into them.
test.skipIf(process.platform === "win32")(
  "where nothing can be written, nothing is left: no lock, no half file, and one message",
  async () => {
    const folder = temporaryFolder({ "out/build.json": "old" });
    expect((await runCli(["new", "book"], folder)).code).toBe(0);
    const args = ["build", "book", "--only", "epub", "--cache", "cache"];
    // Made before, since a browser would not live with it.
    expect((await runCli([...args, "--out", "first"], folder)).code).toBe(0);
    const command = 'ulimit -f 0; exec "$@"';
    const { status, stderr } = spawnSync(
      "sh",
      ["-c", command, "sh", process.execPath, `${root}lib/cli.js`, ...args, "--out", "out"],
      { cwd: folder, encoding: "utf8" },
    );
    expect(stderr).toMatch(
      /^out error Unable to write there: a file would be larger than is allowed there; nothing was changed out-invalid$/m,
    );
    expect([status, readdirSync(`${folder}/out`)]).toEqual([1, ["build.json"]]);
  },
);
