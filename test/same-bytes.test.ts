import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root, runCli } from "./support/run-cli.js";

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "quoin-same-bytes-"));
});
afterAll(() => rm(out, { recursive: true, force: true }));

/** Build the project's own e-book with the real command, on another day in another place. */
async function buildAt(
  zone: string,
  clock: string,
): Promise<{ readonly day: string; readonly hash: string }> {
  const env = {
    TZ: zone,
    OTHER_CLOCK: String(Date.parse(clock)),
    NODE_OPTIONS: `--import ${new URL("./support/other-clock.mjs", import.meta.url)}`,
  };
  const folder = join(out, zone.replace("/", "-"));
  const { code, stderr } = await runCli(["build", "--only", "epub", "--out", folder], root, env);
  expect(code, stderr).toBe(0);
  const book = await readFile(join(folder, "chasing-the-impossible-dream.epub"));
  return { day: clock, hash: createHash("sha256").update(book).digest("hex") };
}

test("the command makes the same e-book at any time and in any place", async () => {
  const first = await buildAt("Pacific/Kiritimati", "2031-06-15T12:00:00Z");
  const second = await buildAt("America/Anchorage", "1999-12-31T23:59:59Z");
  expect(second.hash).toBe(first.hash);
});
