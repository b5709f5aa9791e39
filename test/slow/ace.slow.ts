import { readdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findingsOfAce } from "../../pipeline/check-epub/ace-report.js";
import type { Finding } from "../../pipeline/check-epub/finding.js";
import { checkEpubFile } from "../../pipeline/commands/check-epub.js";
import { chooseFormat } from "../../pipeline/commands/choose-format.js";
import type { Terminal } from "../../pipeline/commands/command.js";
import { ace } from "../../pipeline/edges/ace.js";
import { breakBook, brokenBooks, entriesOf } from "../check-epub/broken.js";
import { writeBook } from "../write/epub/sample-book.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "quoin-ace-test-"));
  const book = await writeBook();
  await writeFile(join(folder, "book.epub"), book);
  const wrong = brokenBooks.find(({ name }) => name === "an image without words");
  if (!wrong) throw new Error("Expected a book with an image without words");
  await writeFile(join(folder, "broken.epub"), await breakBook(await entriesOf(book), wrong));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function findings(name: string): Promise<readonly Finding[]> {
  const outcome = await ace(join(folder, name), process.cwd(), new AbortController().signal, 300_000);
  if (!("report" in outcome)) throw new Error(JSON.stringify(outcome));
  return findingsOfAce(outcome.report);
}

describe("DAISY Ace in the embedded browser", () => {
  test("finds no violation of any level in the sample book", async () => {
    expect(await findings("book.epub")).toEqual([]);
  });

  test("finds an image without words, and where", async () => {
    const found = (await findings("broken.epub")).find(({ rule }) => rule === "ace/image-alt");
    expect(found).toMatchObject({ gravity: "error" });
    expect(found?.path).toContain("tides.xhtml");
  });
});

describe("quoin check --epub", () => {
  async function run(name: string, json: boolean, values: Record<string, string> = {}, live = false) {
    const said = { stdout: "", stderr: "" };
    const terminal: Terminal = {
      cwd: folder,
      env: {},
      stdout: (text) => {
        said.stdout += text;
      },
      stderr: (text) => {
        said.stderr += text;
      },
      live,
      color: false,
      signal: new AbortController().signal,
      clock: () => 0,
    };
    const format = await chooseFormat({ json });
    return { code: await checkEpubFile(name, values, format, terminal), ...said };
  }

  test("passes a sound book, naming the tools that ran", async () => {
    const { code, stderr } = await run("book.epub", false);
    expect(stderr).toMatch(/^book\.epub: no problems \(epubcheck, html, epub, ace/m);
    expect(code).toBe(0);
  });

  test("says that a book was not checked by an Ace that does not end, and fails", async () => {
    const before = readdirSync(tmpdir()).filter((name) => /^(?:puppeteer_dev|quoin-ace)/.test(name));
    const { code, stdout, stderr } = await run("book.epub", true, { "max-time": "2" }, true);
    const why = "not ended within 2 s, so nothing was checked by it; --max-time S gives it more";
    expect(stderr).toContain(`book.epub error ace gave no report: ${why} ace/no-report`);
    expect(stderr).not.toContain("ace did not check");
    expect(stderr).toContain("DAISY Ace looks at the book, ");
    expect(stderr).not.toContain("no problems");
    expect(JSON.parse(stdout).tools).toContainEqual({ name: "ace", ran: false, why });
    expect(code).toBe(1);
    const after = readdirSync(tmpdir()).filter((name) => /^(?:puppeteer_dev|quoin-ace)/.test(name));
    expect(after.filter((name) => !before.includes(name))).toEqual([]);
  });

  test("puts what all tools found into one report", async () => {
    const { code, stdout, stderr } = await run("broken.epub", true);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^broken\.epub\/OEBPS\/tides\.xhtml:\d+:\d+ error Missing `alt` of an image epub\/image-alt-missing$/m,
    );
    const { ok, messages, tools } = JSON.parse(stdout);
    expect(ok).toBe(false);
    expect(messages.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain("ace/image-alt");
    expect(tools.map(({ name }: { name: string }) => name)).toEqual([
      "epubcheck",
      "html",
      "epub",
      "ace",
      "epubcheck-jar",
    ]);
  });
});
