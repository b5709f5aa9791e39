import { expect, test } from "vitest";
import type { Book, BookDocument } from "../../pipeline/check-epub/book.js";
import { contentModel } from "../../pipeline/check-epub/content-model.js";
import { ids } from "../../pipeline/check-epub/ids.js";
import { notes } from "../../pipeline/check-epub/notes.js";
import { noteLengths } from "../../pipeline/check-epub/retail/note-lengths.js";
import { elementsOf } from "../../pipeline/check-epub/xml.js";

const document = (path: string, body: string): BookDocument => {
  const text = `<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Large</title></head><body>\n${body}\n</body></html>`;
  return { path, text, elements: elementsOf(text), nav: false, linear: true };
};
const book = (...documents: readonly BookDocument[]): Book => ({
  file: "large.epub",
  bytes: new Uint8Array(),
  paths: new Set(documents.map(({ path }) => path)),
  documents,
  opf: { path: "content.opf", elements: [] },
  items: [],
  read: async () => new Uint8Array(),
});
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

// Linear work takes a quarter of this at the most; work that grows with the square of these amounts takes longer.
const patience = 20_000;

test("50,000 notes are measured", { timeout: patience }, () => {
  const calls = lines(50_000, (i) => `<p><a role="doc-noteref" href="notes.xhtml#fn-${i}">${i}</a></p>`);
  const list = lines(50_000, (i) => `<li id="fn-${i}">A note.</li>`);
  const measured = noteLengths(
    book(document("a.xhtml", calls), document("notes.xhtml", `<ol>${list}</ol><p id="x">No note.</p>`)),
  );
  expect(measured.length).toBe(50_000);
  expect(measured[7]).toEqual({ path: "notes.xhtml#fn-7", value: 7 });
});

test("5,000 sections are held against HTML, and their labels looked up", { timeout: patience }, async () => {
  const sections = lines(
    5_000,
    (i) => `<section aria-labelledby="h-${i}"><h2 id="h-${i}">A title</h2></section>`,
  );
  const sound = book(document("a.xhtml", sections));
  expect([...(await contentModel(sound)), ...(await ids(sound))]).toEqual([]);
  const wrong = book(document("a.xhtml", sections.replace('<h2 id="h-4999">', '<h2 id="h-4998">')));
  expect(await ids(wrong)).toMatchObject([
    { rule: "html/no-dup-id", reason: 'Duplicate ID "h-4998"', line: 5002, column: 35 },
    { rule: "html/no-missing-references", reason: 'Element references missing id "h-4999"', line: 5002 },
  ]);
});

test("60,000 findings have their places", { timeout: patience }, async () => {
  const found = await notes(
    book(
      document(
        "a.xhtml",
        lines(60_000, (i) => `<p>${"Words. ".repeat(20)}<a role="doc-noteref" href="#no-${i}">1</a></p>`),
      ),
    ),
  );
  expect(found.length).toBe(60_000);
  expect(found.at(-1)).toMatchObject({ line: 60_002, column: 144 });
});
