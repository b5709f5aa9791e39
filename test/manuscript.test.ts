import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import JSZip from "jszip";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { visit } from "unist-util-visit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OwnBook, ownBook } from "./support/own-book.js";
import { fontsOf, openPdf, type PageFacts, pageOfDestination, pagesOf } from "./support/pdf.js";
import { pixelAt, render } from "./support/render.js";
import { root } from "./support/run-cli.js";

/** The project's own manuscript, built by the real command. */
let book: OwnBook;
beforeAll(async () => {
  book = await ownBook();
});

const squeeze = (text: string) => text.replace(/\s+/g, " ");

describe("the command", () => {
  test("builds all artifacts without a warning and says what it made", async () => {
    expect(book.ran.code, book.ran.stderr).toBe(0);
    const result = JSON.parse(book.ran.stdout);
    expect(result).toMatchObject({
      ok: true,
      publication: { title: "Chasing the Impossible Dream", modified: "2026-11-24T00:00:00Z" },
      artifacts: [
        { kind: "screen-pdf", path: "chasing-the-impossible-dream.pdf" },
        { kind: "press-pdf", path: "chasing-the-impossible-dream-press.pdf" },
        { kind: "preflight", path: "chasing-the-impossible-dream-press-preflight.html" },
        { kind: "cover-pdf", path: "chasing-the-impossible-dream-cover.pdf", pages: 1 },
        { kind: "preflight", path: "chasing-the-impossible-dream-cover-preflight.html" },
        { kind: "epub", path: "chasing-the-impossible-dream.epub" },
      ],
      browser: expect.stringMatching(/^HeadlessChrome\/\d+(\.\d+){3}$/),
      messages: [],
    });
    const { ok, ...json } = result;
    expect(JSON.parse(await readFile(join(book.out, "build.json"), "utf8"))).toEqual(json);
  });
});

describe("the PDF", () => {
  let pdf: PDFDocumentProxy;
  let pages: PageFacts[];
  beforeAll(async () => {
    pdf = await openPdf(await book.artifact("pdf"));
    pages = await pagesOf(pdf);
  });
  afterAll(() => pdf?.destroy());

  test("lays the colour of the cover over the page that it turns to", async () => {
    const [cover, turned, title] = await Promise.all(
      [1, 2, 3].map(async (number) => pixelAt(await render(pdf, number, 36), 4, 4)),
    );
    expect(turned).toEqual(cover);
    expect(title).toEqual([255, 255, 255]);
  });

  test("has pages of exactly the trim, labelled as they are printed", async () => {
    for (const { view } of pages) {
      const [left = 0, bottom = 0, right = 0, top = 0] = view;
      expect(((right - left) / 72) * 25.4).toBeCloseTo(170, 2);
      expect(((top - bottom) / 72) * 25.4).toBeCloseTo(240, 2);
    }
    const chapter = (await pageOfDestination(pdf, "back-channels")) ?? -1;
    // The first chapter opens on a right-hand page, as page 1.
    expect(chapter % 2).toBe(0);
    expect(pages[chapter]?.label).toBe("1");
    expect(pages.slice(0, chapter).map(({ label }) => label)).toContain("iii");
    // What stands at the foot of a page is its label.
    const folios = pages
      .slice(chapter)
      .map(({ text, label }) => squeeze(text).split(" ").includes(label) || text.trim() === "");
    expect(folios.every(Boolean)).toBe(true);
  });

  test("embeds the theme's fonts as static TrueType, and no others", async () => {
    const fonts = await fontsOf(pdf);
    expect(fonts.length).toBeGreaterThan(5);
    expect(fonts.filter(({ embedded }) => !embedded)).toEqual([]);
    expect(fonts.filter(({ name }) => !/^Source(?:Serif4|Sans3)/.test(name)).map(({ name }) => name)).toEqual(
      [],
    );
    expect([...new Set(fonts.map(({ type }) => type))]).toEqual(["CIDFontType2"]);
  });

  test("says its apostrophes to readers that follow the fonts alone, as PDF.js does", () => {
    const text = pages.map((page) => page.text).join(" ");
    expect(text).toContain("Jones’s");
    // The same glyph: what Chromium has the font say.
    expect(text).not.toContain("\u02BC");
  });

  test("has the publication's outline, title and language", async () => {
    const outline = await pdf.getOutline();
    expect(outline.map(({ title }) => title)).toEqual([
      "Summary",
      "1. Talks that are not taking place",
      "2. Israel and the habit of secrecy",
      "3. A pact is not an order",
      "4. What secrecy postpones",
      "Notes",
      "About the author",
    ]);
    expect(outline[1]?.items.map(({ title }) => title)).toEqual([
      "A matter of instructions",
      "The quarrel over secrecy",
      "What the studies say",
    ]);
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: "Chasing the Impossible Dream", Language: "en-US" });
  });

  test("links every call to its note and every note to each of its calls", async () => {
    const links = pages.flatMap(({ links }, page) => links.map((link) => ({ ...link, page })));
    const calls = links.filter(({ dest }) => dest?.startsWith("fn-"));
    const backs = links.filter(({ dest }) => dest?.startsWith("fnref-"));
    expect(new Set(calls.map(({ dest }) => dest)).size).toBe(30);
    // 30 notes, six of them called twice, one three times.
    expect(new Set(backs.map(({ dest }) => dest)).size).toBe(37);
    for (const { dest = "", page } of backs) {
      const call = await pageOfDestination(pdf, dest);
      const note = await pageOfDestination(pdf, dest.replace(/^fnref-(\d+)[a-z]*$/, "fn-$1"));
      expect(call, dest).toBeDefined();
      expect(call, dest).toBeLessThan(page);
      expect([page, page - 1, page - 2], dest).toContain(note);
    }
    for (const { dest = "" } of links.filter(({ dest }) => dest)) {
      expect(await pageOfDestination(pdf, dest), dest).toBeDefined();
    }
  });

  test("leads to every figure, table and section by its name", async () => {
    for (const id of [
      "fig-timeline",
      "fig-ladder",
      "fig-two-models",
      "fig-trap",
      "fig-sources",
      "tbl-signals",
      "israel",
      "notes",
    ]) {
      expect(await pageOfDestination(pdf, id), id).toBeDefined();
    }
  });

  test("numbers the contents with the folios of the pages they lead to", async () => {
    const contents = squeeze(pages[(await pageOfDestination(pdf, "contents")) ?? -1]?.text ?? "");
    for (const [title, id] of [
      ["Talks that are not taking place", "back-channels"],
      ["Notes", "notes"],
      ["About the author", "author"],
    ] as const) {
      const page = (await pageOfDestination(pdf, id)) ?? -1;
      expect(contents).toMatch(new RegExp(`${title}\\s*${pages[page]?.label}\\b`));
    }
  });
});

describe("the EPUB", () => {
  let zip: JSZip;
  const documents = new Map<string, Root>();
  beforeAll(async () => {
    zip = await JSZip.loadAsync(await book.artifact("epub"));
    for (const name of Object.keys(zip.files).filter((file) => file.endsWith(".xhtml"))) {
      documents.set(name.replace(/^.*\//, ""), fromHtml((await zip.file(name)?.async("string")) ?? ""));
    }
  });
  const elements = (tree: Root): Element[] => {
    const found: Element[] = [];
    visit(tree, "element", (node: Element) => void found.push(node));
    return found;
  };

  test("passes EPUBCheck's port without an error or a warning", async () => {
    const { messages } = await EpubCheck.validate(new Uint8Array(await book.artifact("epub")));
    expect(messages.filter(({ severity }) => severity !== "info" && severity !== "usage")).toEqual([]);
  });

  test("is no larger than 1.3 times its pictures and fonts", async () => {
    const sizes = await Promise.all(
      Object.values(zip.files)
        .filter(({ name }) => /\/(?:fonts|images)\/|cover\.jpg$/.test(name))
        .map(async (entry) => (await entry.async("uint8array")).length),
    );
    // Drawings stand inline in the documents.
    const folder = join(root, "manuscript/images");
    const drawings = (await readdir(folder)).filter((name) => name !== "cover.svg");
    for (const name of drawings) sizes.push((await readFile(join(folder, name))).length);
    const sum = sizes.reduce((total, size) => total + size, 0);
    expect((await book.artifact("epub")).length).toBeLessThan(1.3 * sum);
  });

  test("follows every internal link to its target", () => {
    const ids = new Set(
      [...documents].flatMap(([name, tree]) =>
        elements(tree).map(({ properties }) => `${name}#${properties.id}`),
      ),
    );
    let followed = 0;
    for (const [name, tree] of documents) {
      for (const { tagName, properties } of elements(tree)) {
        const href = String(properties.href ?? "");
        if (tagName !== "a" || /^[a-z]+:/.test(href)) continue;
        const [file = "", fragment] = href.split("#");
        const target = file || name;
        expect(documents.has(target), href).toBe(true);
        if (fragment) expect(ids.has(`${target}#${fragment}`), href).toBe(true);
        followed++;
      }
    }
    expect(followed).toBeGreaterThan(100);
  });

  test("has 30 notes, each called, each leading back to every call of it", () => {
    const all = [...documents].flatMap(([name, tree]) =>
      elements(tree).map((element) => ({ name, element })),
    );
    const calls = all.filter(({ element }) => element.properties.role === "doc-noteref");
    const backs = all.filter(({ element }) => element.properties.role === "doc-backlink");
    const notes = all.filter(
      ({ element }) => element.tagName === "li" && /^fn-/.test(String(element.properties.id)),
    );
    expect(notes.length).toBe(30);
    expect(calls.length).toBe(37);
    const ids = (items: typeof calls) =>
      items.map(({ name, element }) => `${name}#${element.properties.id}`).sort();
    expect(backs.map(({ element }) => String(element.properties.href)).sort()).toEqual(ids(calls));
    expect(new Set(calls.map(({ element }) => String(element.properties.href)))).toEqual(new Set(ids(notes)));
  });
});
