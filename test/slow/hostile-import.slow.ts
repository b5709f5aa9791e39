import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../support/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const sentence = "the lamps were lit by men with ladders who came at dusk and left at dawn ";

/** Files that nobody means well with, and the rule that ends each. */
const files: Readonly<Record<string, readonly [content: () => string | Uint8Array, rule: string]>> = {
  "100 MB of text": [() => Buffer.alloc(100_000_000, "word "), "import-too-large"],
  "a million notes": [
    () => `T\n\nNotes\n\n${Array.from({ length: 1_000_000 }, (_, i) => `${i + 1}. n`).join("\n")}`,
    "import-too-large",
  ],
  "300,000 notes that are small enough": [
    () => `T\n\nNotes\n\n${Array.from({ length: 300_000 }, (_, i) => `${i + 1}. n`).join("\n")}`,
    "import-unreadable",
  ],
  "binary with a .txt name": [
    () => new Uint8Array(4_000_000).map((_, i) => (i * 31) % 256),
    "import-unreadable",
  ],
  "one paragraph of four million stars": [() => `T\n\n${"* ".repeat(2_000_000)}`, "import-unreadable"],
  "60,000 pictures": [
    () => `T\n\n${"THE MEN OF THE HARBOR AFTER THE MEETING. SOURCE: PRESS.\n\n".repeat(60_000)}`,
    "import-too-large",
  ],
};

/** Write on standard error how much memory the process used, in megabytes. How long it took is for nobody to test: machines differ. */
const measure =
  "data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('\\nused '+u.maxRSS/1000+'\\n')})";

/** Bring a file in as a user does. */
function bringIn(content: string | Uint8Array) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "hostile.txt"), content);
  const args = ["--import", measure, `${root}lib/cli.js`, "import", "hostile.txt", "--to", "out"];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  const memory = Number(/^used (.*)$/m.exec(stderr)?.[1]);
  return { stderr, memory, end: [status, existsSync(join(folder, "out"))] };
}

test.each(Object.entries(files))("%s", (_, [content, rule]) => {
  const { stderr, memory, end } = bringIn(content());
  expect(stderr).toMatch(new RegExp(`^hostile\\.txt error .* ${rule}$`, "m"));
  expect(memory).toBeGreaterThan(0);
  expect(memory).toBeLessThan(500);
  expect(end).toEqual([1, false]);
});

test("a book of nothing but long paragraphs is refused where it takes too much work, else brought in", () => {
  const { stderr, memory, end } = bringIn(`T\n\n${`${sentence.repeat(10)}¹ and more.\n\n`.repeat(6500)}`);
  expect(memory).toBeGreaterThan(0);
  expect(memory).toBeLessThan(500);
  const isRefused = /^hostile\.txt error .* import-too-large$/m.test(stderr);
  // What was brought in has words that its proof asks about.
  expect(end).toEqual([1, !isRefused]);
});
