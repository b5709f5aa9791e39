import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { shapes } from "../../bench/book/shapes.js";
import { writeFiles } from "../../bench/write-files.js";
import { getDocument } from "../support/pdfjs.js";
import { runCli } from "../support/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const count = 1060;

test("notes of four digits stand beside their numbers, the last of a page too", async () => {
  const folder = temporaryFolder();
  const notes = shapes.find(({ name }) => name === "notes in one chapter");
  await writeFiles(folder, (await notes?.files(count)) ?? {});
  const out = join(folder, "dist");
  const { code, stderr } = await runCli(["build", folder, "--only", "screen", "--out", out]);
  expect(stderr).not.toContain("text-lost");
  expect(code).toBe(0);

  const data = new Uint8Array(await readFile(join(out, "a-trial-of-size.pdf")));
  const pdf = await getDocument({ data, verbosity: 0 }).promise;
  const numbers: string[] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    const texts = items.filter((item) => "str" in item);
    for (const { str, transform } of texts) {
      if (!/^1\d\d\d\.$/.test(str)) continue;
      // On its line, behind it: the words of the note.
      const isBeside = ({ transform: [, , , , x, y] }: (typeof texts)[number]) =>
        Math.abs(y - transform[5]) < 1 && x > transform[4] + 10;
      if (texts.some((other) => other.str.trim() !== "" && isBeside(other))) numbers.push(str);
    }
  }
  await pdf.loadingTask.destroy();
  expect(numbers).toEqual(Array.from({ length: count - 999 }, (_, index) => `${index + 1000}.`));
});
