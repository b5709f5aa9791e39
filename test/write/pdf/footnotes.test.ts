import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, test } from "vitest";
import { examine } from "../../../pipeline/examine.js";
import type { Publication, Typeset } from "../../../pipeline/publication.js";
import { finish } from "../../../pipeline/write/pdf/finish.js";
import { printDocument } from "../../../pipeline/write/pdf/print-document.js";
import { typesetter } from "../../support/browser.js";
import { memoryManuscript } from "../../support/memory-manuscript.js";
import { messagesText } from "../../support/messages.js";
import { misplacedNotes } from "../../support/misplaced-notes.js";
import { openPdf, type PageFacts, pagesOf } from "../../support/pdf.js";
import { randomDrawing, randomManuscript } from "../../support/random-manuscript.js";
import { reportTheme } from "../../support/report-theme.js";
import { all, type Element, outline, structureOf, wordsOf } from "./tags/structure.js";

interface Built {
  readonly publication: Publication;
  readonly typeset: Typeset;
  readonly bytes: Uint8Array;
  readonly messages: string;
}

async function build(markdown: Record<string, string>): Promise<Built> {
  const notes = { placement: "footnotes", numbering: "chapter" } as const;
  const manuscript = memoryManuscript(markdown, { notes }, { "dot.svg": randomDrawing });
  const theme = await reportTheme();
  const { publication } = await examine(manuscript, theme);
  const document = await printDocument(publication, theme, "screen");
  const typeset = await typesetter.typeset(document);
  const { file, messages } = await finish(typeset, publication, theme, document.blocks);
  const bytes = file?.read() ?? new Uint8Array();
  return { publication, typeset, bytes, messages: messagesText([...typeset.messages, ...messages]) };
}

const long = (word: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${word}${i + 1}`).join(" ");

describe("a work with footnotes", () => {
  let built: Built;
  let pdf: PDFDocument;
  let pages: PageFacts[];
  let root: Element;
  beforeAll(async () => {
    built = await build({
      "one.md": [
        "# One[^t]",
        "First.[^a] See [the notes](#notes).",
        long("text", 280),
        `Late.[^b] Again.[^a]`,
        long("text", 500),
        "- item[^c]",
        `[^t]: Of the title.\n[^a]: An old note, and [](#note-b).\n[^b]: ${long("long", 600)}\n\n    End of it.\n[^c]: Of an item.`,
      ].join("\n\n"),
      "two.md": "# Two\n\nOnce more.[^a]\n\n[^a]: From one again.",
    });
    pdf = await PDFDocument.load(built.bytes, { updateMetadata: false });
    root = structureOf(pdf);
    const open = await openPdf(built.bytes);
    pages = await pagesOf(open);
    await open.loadingTask.destroy();
  });

  test("keeps all rules, and every word", () => {
    expect(built.messages).toBe("");
    expect(misplacedNotes(built.typeset)).toEqual([]);
  });

  test("tags each note once, behind the paragraph of its first call, with its number as its label", () => {
    const section = all(root).find(
      ({ type, children }) =>
        type === "Sect" && children.some((child) => typeof child !== "string" && child.type === "Note"),
    );
    const types = section?.children.map((child) => (typeof child === "string" ? "" : child.type));
    expect(types?.slice(0, 6)).toEqual(["P", "H1", "Note", "P", "Note", "P"]);
    const [, , , , note] = (section?.children ?? []) as Element[];
    expect(note?.children.map((child) => (typeof child === "string" ? "" : child.type))).toEqual([
      "Lbl",
      "P",
    ]);
    expect(wordsOf(note as Element)).toMatch(/^2\.\s*An old note/);
    const cut = all(root).find((each) => each.type === "Note" && wordsOf(each).includes("long600"));
    expect(new Set(all(cut as Element).flatMap((each) => each.pages)).size).toBeGreaterThan(1);
    expect(cut?.children.map((child) => (typeof child === "string" ? "" : child.type))).toEqual([
      "Lbl",
      "P",
      "P",
    ]);
    const item = all(root).find(({ type }) => type === "LBody");
    expect(item && outline(item)).toContain("Note");
  });

  test("gives each note its own id in the structure tree", () => {
    const tree = pdf.catalog
      .lookup(PDFName.of("StructTreeRoot"), PDFDict)
      .lookup(PDFName.of("IDTree"), PDFDict);
    const names = tree.lookup(PDFName.of("Names"), PDFArray).asArray();
    expect(names.filter((name) => name instanceof PDFString).map((name) => name.decodeText())).toEqual([
      "fn-one-1",
      "fn-one-2",
      "fn-one-3",
      "fn-one-4",
      "fn-two-1",
    ]);
  });

  test("leads from call to note and from note to every call", () => {
    const links = pages.flatMap(({ links }) => links.flatMap(({ dest }) => dest ?? []));
    for (const id of ["fn-one-2", "fnref-one-2", "fnref-one-2b", "fn-two-1", "fnref-two-1"])
      expect(links).toContain(id);
    const ids = built.typeset.destinations.map(({ id }) => id);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("says at the foot of a later page where a note stands", () => {
    const page = built.typeset.destinations.find(({ id }) => id === "fnref-one-2b")?.page ?? 0;
    const first = built.typeset.destinations.find(({ id }) => id === "fn-one-2")?.page ?? 0;
    expect(page).toBeGreaterThan(first);
    expect(pages[page]?.text.replace(/\s+/g, " ")).toContain(`See page ${pages[first]?.label}.`);
  });

  test("has no chapter of notes: not on a page, in the contents or in the outline", () => {
    expect(built.typeset.pages.map(({ partId }) => partId)).not.toContain("notes");
    expect(pages.find(({ text }) => text.includes("Contents"))?.text).not.toContain("Notes");
    const outlines = pdf.catalog.lookup(PDFName.of("Outlines"), PDFDict);
    expect(String(outlines.get(PDFName.of("Count")))).toBe("2");
  });

  test("begins no page, for the e-book's list of pages, with a note", () => {
    const origins = built.typeset.pages.flatMap(({ start }) => start?.origin.split("/")[0] ?? []);
    expect(origins).toContain("one");
    expect(origins).not.toContain("notes");
  });

  test("is the same e-book as one with endnotes", () => {
    const { parts, nav } = built.publication;
    expect(parts.find(({ id }) => id === "notes")?.kind).toBe("notes");
    expect(nav.map(({ id }) => id)).toContain("notes");
  });
});

test("a page that holds only notes begins where the next one does, the last one where the text ends", async () => {
  const note = (word: string) => `[^a]: ${long(word, 1100)}`;
  const { typeset, messages } = await build({
    "one.md": `# One\n\nFirst.[^a]\n\n${note("one")}`,
    "two.md": `# Two\n\nSecond.[^a]\n\n${note("two")}`,
  });
  expect(messages).toBe("");
  const body = typeset.pages.filter(({ folio }) => /^\d+$/.test(folio));
  const two = { origin: "two/2", offset: 0 };
  const end = { origin: "two/4", offset: "Second.1".length };
  const starts = body.map(({ start }) => start);
  const [first, ...rest] = starts;
  expect(first).toEqual({ origin: "one/2", offset: 0 });
  const begins = rest.findIndex((start) => JSON.stringify(start) !== JSON.stringify(two));
  expect(begins).toBeGreaterThanOrEqual(2);
  expect(rest.slice(begins)).toEqual(rest.slice(begins).map(() => end));
  expect(rest.length).toBeGreaterThan(begins);
});

test("notes of all kinds, called in all places, stand on the pages of their calls, and no word is lost", async () => {
  const built = await build(randomManuscript(3, { chapters: 1, blocks: 16, calls: 3, words: 50 }));
  expect(built.messages).toBe("");
  expect(misplacedNotes(built.typeset)).toEqual([]);
});

test.each([
  ["near the head of a page", 4],
  ["after a paragraph", 40],
])("a row of a table %s, whose notes need more than its page, loses none of them", async (_, before) => {
  const row = (first: number) => {
    const calls = [0, 1, 2, 3].map((each) => `${long("cell", 25)} here[^${first + each}]`);
    return `| ${calls.join(" ")} | other |`;
  };
  const notes = Array.from({ length: 8 }, (_, i) => `[^${i + 1}]: ${long(`note${i + 1}-`, 110)}.`);
  const built = await build({
    "one.md": [
      `# One\n\n${long("text", before)}`,
      `| a | b |\n| --- | --- |\n${row(1)}\n${row(5)}`,
      `After it.\n\n${notes.join("\n\n")}`,
    ].join("\n\n"),
  });
  // That a note waits for the next page is told; that it is lost would be an error.
  const rules = built.messages.split("\n").filter((line) => line !== "" && !line.includes("footnote-late"));
  expect(rules).toEqual([]);
  const open = await openPdf(built.bytes);
  const text = (await pagesOf(open)).map((page) => page.text).join(" ");
  await open.loadingTask.destroy();
  for (let note = 1; note <= 8; note++) expect(text.split(`note${note}-110.`)).toHaveLength(2);
});
