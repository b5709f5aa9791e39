import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { png } from "../support/png.js";
import { runCli } from "../support/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const files = {
  "book/publication.yaml":
    "title: T\nlanguage: en\ndate: 2026-01-15\nidentifier: doi:10.1000/182\nbody: [one.md]\n",
  "book/one.md": "# One\n\n![A grey plane](a.png)\n\nWords.\n",
  "book/a.png": png(2000, 1000),
};

test.each([
  ["--max-pages", "2", /^quoin error The document needs more than 2 pages page-limit$/m],
  [
    "--max-pixels",
    "1",
    /^book\/one\.md:3:1 error .* it has 2 million pixels; expected 1 million at most, or a JPEG image-invalid$/m,
  ],
])("%s is kept to, and nothing is written", { timeout: 60_000 }, async (option, value, message) => {
  const folder = temporaryFolder(files);
  const { code, stderr } = await runCli(["build", "book", "--only", "screen", option, value], folder);
  expect(stderr).toMatch(message);
  expect([code, existsSync(join(folder, "dist/build.json"))]).toEqual([1, false]);
});

test.skipIf(process.platform !== "linux")(
  "a browser that holds too much memory is ended, and the message stands at the largest table",
  { timeout: 60_000 },
  async () => {
    const rows = Array.from({ length: 700 }, (_, i) => `| ${i} | fish | boats |`);
    const folder = temporaryFolder({
      ...files,
      // Chromium's own pagination has no place for them, and would set the table at once.
      "book/publication.yaml": `${files["book/publication.yaml"]}notes: {placement: footnotes}\n`,
      "book/one.md": `# One\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n| No | a | b |\n| - | - | - |\n${rows.join("\n")}\n`,
    });
    const { code, stderr } = await runCli(
      ["build", "book", "--only", "screen", "--max-memory", "20"],
      folder,
    );
    expect(stderr.split("\n").filter((line) => / error /.test(line))).toEqual([
      "book/one.md:7:1 error The browser holds more than 20 MB of memory; a table of 701 rows begins here, the largest piece of the document and the likely cause browser-memory",
    ]);
    expect([code, existsSync(join(folder, "dist/build.json"))]).toEqual([1, false]);
  },
);

test.each(["--max-pages", "--max-time", "--max-memory", "--max-pixels"])("%s is a number", async (option) => {
  const folder = temporaryFolder();
  const { code, stderr } = await runCli(["build", option, "many"], folder);
  expect([code, stderr.split("\n")[0]]).toEqual([2, `quoin: ${option} many is no whole number above 0`]);
});
