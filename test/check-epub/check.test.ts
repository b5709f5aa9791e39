import { beforeAll, describe, expect, test } from "vitest";
import { checkEpub } from "../../pipeline/check-epub/check.js";
import { writeBook } from "../write/epub/sample-book.js";
import { breakBook, brokenBooks, type Entries, entriesOf } from "./broken.js";

let entries: Entries;
beforeAll(async () => {
  entries = await entriesOf(await writeBook());
});

const rulesOf = async (bytes: Uint8Array) =>
  (await checkEpub("book.epub", bytes)).messages.map(({ ruleId }) => ruleId);

describe("a sound book", () => {
  test("passes every checker", async () => {
    expect((await checkEpub("book.epub", await writeBook())).messages.map(String)).toEqual([]);
  });

  test("passes also when it was packed anew, as the broken ones are", async () => {
    const whole = await breakBook(entries, { name: "whole", rule: "", change: (same) => same });
    expect(await rulesOf(whole)).toEqual([]);
  });
});

describe("a broken book", () => {
  test("is there in at least 25 kinds, each with a name of its own", () => {
    expect(new Set(brokenBooks.map(({ name }) => name)).size).toBe(brokenBooks.length);
    expect(brokenBooks.length).toBeGreaterThanOrEqual(25);
  });

  test.each(brokenBooks)("$name is caught by $rule", async (broken) => {
    expect(await rulesOf(await breakBook(entries, broken))).toContain(broken.rule);
  });
});

describe("a message", () => {
  test("names the file inside the book, with the place of the tag", async () => {
    const lost = brokenBooks.find(({ rule }) => rule === "epub/note-lost");
    if (!lost) throw new Error("Expected a book with a lost note");
    const { messages } = await checkEpub("book.epub", await breakBook(entries, lost));
    const found = messages.find(({ ruleId }) => ruleId === "epub/note-lost");
    const text = new TextDecoder().decode(lost.change(entries).get("OEBPS/quays.xhtml"));
    const line = text.split("\n").findIndex((words) => words.includes("#fn-99"));
    expect(found).toMatchObject({ file: "book.epub/OEBPS/quays.xhtml", line: line + 1, fatal: true });
    expect(text.split("\n")[line]?.slice((found?.column ?? 0) - 1)).toMatch(
      /^<a id="fnref-1"|^<a [^>]*fnref-1"/,
    );
  });

  test("says that a file is no archive", async () => {
    expect(await rulesOf(new TextEncoder().encode("Not a book"))).toEqual(["epub/archive-invalid"]);
  });

  test("says of an archive without entries what it lacks", async () => {
    const empty = new Uint8Array([0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)]);
    expect(await rulesOf(empty)).toContain("epub/mimetype-first");
  });

  test("takes a link that is no address for a lost one", async () => {
    const astray = (text: string) => text.replace("notes.xhtml#fn-1", "http:[");
    const quays = astray(new TextDecoder().decode(entries.get("OEBPS/quays.xhtml")));
    const change = (all: Entries) => new Map(all).set("OEBPS/quays.xhtml", new TextEncoder().encode(quays));
    expect(await rulesOf(await breakBook(entries, { name: "", rule: "", change }))).toContain(
      "epub/note-lost",
    );
  });
});
