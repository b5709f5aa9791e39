import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, runCli } from "../support/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s in the middle of a build ends it, cleans up, and changes nothing", async (kill, code) => {
  const temporary = temporaryFolder();
  const folder = temporaryFolder({ "dist/build.json": "old" });
  expect((await runCli(["new", "book"], folder)).code).toBe(0);
  const child = spawn(process.execPath, [`${root}lib/cli.js`, "build", "book"], {
    cwd: folder,
    env: { ...process.env, TMPDIR: temporary },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stderr = "";
  const ended = new Promise((resolve) => child.once("close", resolve));
  // The browser is starting and the writers are at work once the sources have been read.
  await new Promise<void>((resolve) => {
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      if (stderr.includes("read ")) resolve();
    });
  });
  child.kill(kill);
  expect(await ended).toBe(code);
  expect(stderr).toContain("Interrupted: nothing was changed.\n");
  expect(readdirSync(join(folder, "dist"))).toEqual(["build.json"]);
  expect(readFileSync(join(folder, "dist/build.json"), "utf8")).toBe("old");
  expect(readdirSync(temporary)).toEqual([]);
});
