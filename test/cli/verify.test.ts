import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const limit = { timeout: 600_000 };

// A preloaded module makes the date depend on the time zone: that stands for whatever may leak into a build.
// It also writes down what the second build is asked for.
const leak = `if (process.env.TZ === "Pacific/Kiritimati") {
  process.env.SOURCE_DATE_EPOCH = "86400";
  require("node:fs").writeFileSync(__dirname + "/asked.json", JSON.stringify(process.argv));
}`;

test("one that differs is an error, with its first difference, and nothing is written", limit, async () => {
  const folder = temporaryFolder({
    "leak.cjs": leak,
    "book/publication.yaml": "title: T\nlanguage: en\nidentifier: doi:10.1000/182\nbody: [one.md]\n",
    "book/one.md": "# One\n\nWords.\n",
  });
  const env = { NODE_OPTIONS: `--require ${join(folder, "leak.cjs")}`, TZ: "UTC", SOURCE_DATE_EPOCH: "0" };
  const limits = ["--max-pages", "20", "--max-time", "90", "--max-memory", "3000", "--max-pixels", "7"];
  const args = ["build", "book", "--only", "epub", "--verify", ...limits];
  const { code, stderr } = await runCli(args, folder, env);
  expect(stderr).toMatch(
    /^quoin error Unexpected difference between two builds of t\.epub: OEBPS\/content\.opf, line 7 artifact-unstable$/m,
  );
  expect(code).toBe(1);
  const asked: unknown[] = JSON.parse(readFileSync(join(folder, "asked.json"), "utf8"));
  expect(asked.slice(4, 4 + 2 + limits.length)).toEqual(["--only", "epub", ...limits]);
  expect(existsSync(join(folder, "dist/build.json"))).toBe(false);
});
