import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

// A preloaded module breaks a built-in that `check` needs: that stands for any mistake of quoin's own.
const preload = 'Array.prototype.toSorted = () => { throw new RangeError("broken on purpose"); };';

test("an unexpected error is one clear line, with its stack only where it is asked for", async () => {
  const folder = temporaryFolder({ "break.cjs": preload });
  const env = { NODE_OPTIONS: `--require ${join(folder, "break.cjs")}`, QUOIN_DEBUG: "" };
  const plain = await runCli(["check", "nowhere"], folder, env);
  expect(plain).toEqual({
    code: 70,
    stdout: "",
    stderr:
      "quoin: a mistake of quoin itself: broken on purpose\nPlease report it, with the manuscript if you can; --debug shows where it happened.\n",
  });
  const debug = await runCli(["check", "nowhere", "--debug"], folder, env);
  expect(debug.stderr).toContain("\nRangeError: broken on purpose\n    at ");
  const wished = await runCli(["check", "nowhere"], folder, { ...env, QUOIN_DEBUG: "1" });
  expect(wished).toEqual({ ...debug, stderr: debug.stderr });
});
