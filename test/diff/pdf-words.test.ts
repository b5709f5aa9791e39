import { expect, test } from "vitest";
import { readPdf } from "../../pipeline/diff/pdf-words.js";
import type { RawPage, RawRun, RawTag } from "../../pipeline/diff/raw-pdf.js";

const run = (text: string, more: Partial<RawRun> = {}): RawRun => ({
  text,
  x: 50,
  y: 100,
  width: text.length * 5,
  size: 10,
  ends: true,
  mark: "",
  isArtifact: false,
  ...more,
});
const page = (runs: readonly RawRun[], tags: RawTag | null = null): RawPage => ({
  label: null,
  width: 400,
  height: 600,
  runs,
  tags,
  links: [],
});
const wordsOf = (pages: readonly RawPage[]) =>
  readPdf({ pages, destinations: [] }).pages.map(({ words }) => words.map(({ text }) => text).join(" "));

test("without tags, lines that three pages have in common but for numbers are no text", () => {
  const pages = ["One.", "Two.", "Three."].map((text, i) =>
    page([run("A work"), run(text), run(String(i + 1))]),
  );
  expect(wordsOf(pages)).toEqual(["One.", "Two.", "Three."]);
  // Two pages may well begin with the same words.
  expect(wordsOf(pages.slice(0, 2))).toEqual(["A work One. 1", "A work Two. 2"]);
});

test("a word that a line's end cuts is one, and raised numbers are none", () => {
  const runs = [
    run("An exam-"),
    run("ple of"),
    run("words", { ends: false }),
    run("12", { size: 6, ends: false }),
    run(" here\u00b9."),
  ];
  expect(wordsOf([page(runs)])).toEqual(["An example of words here."]);
  expect(readPdf({ pages: [page(runs)], destinations: [] }).pages[0]?.words[1]).toMatchObject({
    bare: "example",
  });
});

test("with tags, words come in the order of the tags; notes and figures are known, artifacts and calls are not read", () => {
  const content = (mark: string): RawTag => ({ role: "", mark, children: [] });
  const tag = (role: string, ...children: RawTag[]): RawTag => ({ role, children });
  const tags = tag(
    "Document",
    tag("H1", content("a")),
    tag("P", content("c"), tag("Reference", tag("Link", content("d")))),
    { role: "Figure", alt: "A bar.", children: [content("e"), tag("Caption", tag("P", content("f")))] },
    tag("L", tag("LI", tag("Lbl", tag("Link", content("g"))), tag("LBody", tag("P", content("h"))))),
  );
  const runs = [
    run("folio 7", { isArtifact: true }),
    run("Text", { mark: "c" }),
    run("1", { mark: "d" }),
    run("Heading", { mark: "a" }),
    run("2,000", { mark: "e" }),
    run("Figure 2. Growth.", { mark: "f" }),
    run("12.", { mark: "g" }),
    run("A note.", { mark: "h" }),
  ];
  const read = readPdf({ pages: [page(runs, tags)], destinations: [["x", 0]] });
  expect(read.pages[0]?.words.map(({ text, key, section }) => [text, key, section])).toEqual([
    ["Heading", "Heading", "Heading"],
    ["Text", "Text", "Heading"],
    ["Figure", "Figure", "Heading"],
    ["2.", "#.", "Heading"],
    ["Growth.", "Growth.", "Heading"],
    ["A", "A", "Heading"],
    ["note.", "note.", "Heading"],
  ]);
  expect(read.notes).toEqual([{ number: "12", text: "A note.", page: "1" }]);
  expect(read.exhibits).toMatchObject([{ label: "Figure 2", caption: "Growth.", page: "1" }]);
  expect(read.pages[0]?.furniture).toHaveLength(1);
});
