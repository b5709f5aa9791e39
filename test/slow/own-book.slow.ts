import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { java } from "../../pipeline/edges/java.js";
import { runCli } from "../support/run-cli.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "quoin-own-book-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("the project's own book passes every tool, by the real commands", async () => {
  expect((await runCli(["build", "--only", "epub", "--out", folder])).code).toBe(0);
  const [book] = (await readdir(folder)).filter((name) => name.endsWith(".epub"));
  if (!book) throw new Error("Expected an EPUB");
  const { code, stdout } = await runCli(["check", "--epub", join(folder, book), "--strict", "--json"]);
  const { messages, tools } = JSON.parse(stdout);
  expect(messages).toEqual([]);
  const ran = tools.filter((tool: { ran: boolean }) => tool.ran).map((tool: { name: string }) => tool.name);
  const jar = java() ? ["epubcheck-jar"] : [];
  expect(ran).toEqual(["epubcheck", "html", "epub", "ace", ...jar]);
  expect(code).toBe(0);
});
