import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Finding } from "../../pipeline/check-epub/finding.js";
import { findingsOfJar } from "../../pipeline/check-epub/jar-report.js";
import { epubcheckJar } from "../../pipeline/edges/epubcheck-jar.js";
import { java } from "../../pipeline/edges/java.js";
import { breakBook, brokenBooks, entriesOf } from "../check-epub/broken.js";
import { broken, writeBook } from "../write/epub/sample-book.js";

/** `npm run test:epubcheck` asks for Java: there these tests fail where it does not answer, elsewhere they are skipped. */
const required = process.env.QUOIN_JAVA === "required";
const answers = java() !== undefined;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "quoin-jar-test-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function findings(bytes: Uint8Array): Promise<readonly Finding[]> {
  const path = join(folder, "book.epub");
  await writeFile(path, bytes);
  const outcome = await epubcheckJar(path, process.cwd(), new AbortController().signal);
  if (!("report" in outcome)) throw new Error(JSON.stringify(outcome));
  return findingsOfJar(outcome.report);
}

describe.skipIf(!answers && !required)(`the EPUBCheck jar${answers ? "" : " (no java answers here)"}`, () => {
  test("finds neither error nor warning in the sample book", async () => {
    expect(await findings(await writeBook())).toEqual([]);
  });

  test("finds a call of no note, and where", async () => {
    const [lost] = brokenBooks;
    if (!lost) throw new Error("Expected a broken book");
    const found = await findings(await breakBook(await entriesOf(await writeBook()), lost));
    expect(found).toContainEqual(
      expect.objectContaining({
        rule: "epubcheck-jar/RSC-012",
        gravity: "error",
        path: "OEBPS/quays.xhtml",
      }),
    );
  });

  test("finds a block in a paragraph", async () => {
    const bytes = await broken(await writeBook(), "OEBPS/tides.xhtml", (text) =>
      text.replace("<hr/>", "<p><div>x</div></p>"),
    );
    expect((await findings(bytes)).map(({ rule }) => rule)).toContain("epubcheck-jar/RSC-005");
  });
});
