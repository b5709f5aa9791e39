import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { beforeAll, describe, expect, test } from "vitest";
import { elementsOf } from "../pipeline/check-epub/xml.js";
import type { TypesetterName } from "../pipeline/publication.js";
import { publish } from "../pipeline/publish.js";
import { typesetter } from "./support/browser.js";
import { demandingPublication } from "./support/demanding-publication.js";
import { bareWords, type Stretch, stretchesOf } from "./support/marked-words.js";
import { ownBook } from "./support/own-book.js";
import { type PageWords, pageWordsOf } from "./support/page-words.js";
import { openPdf } from "./support/pdf.js";
import { reportTheme } from "./support/report-theme.js";
import { filesOf } from "./write/epub/sample-book.js";

/** Both editions of a work: the pages of its PDF, and the files of its book. */
interface Work {
  readonly pages: readonly PageWords[];
  readonly files: ReadonlyMap<string, string>;
  readonly stretches: readonly Stretch[];
}

async function workOf(pdfBytes: Uint8Array, book: Uint8Array): Promise<Work> {
  const pdf = await openPdf(pdfBytes);
  const pages = await pageWordsOf(pdf);
  await pdf.loadingTask.destroy();
  const files = await filesOf(book);
  const entries = elementsOf(files.get("OEBPS/content.opf") ?? "");
  const documents = entries
    .filter(({ name }) => name === "itemref")
    .map(({ attributes: { idref } }) => entries.find(({ attributes }) => attributes.id === idref))
    .map((item) => files.get(`OEBPS/${item?.attributes.href}`) ?? "");
  return { pages, files, stretches: stretchesOf(documents) };
}

async function own(): Promise<Work> {
  const book = await ownBook();
  return workOf(await book.artifact("pdf"), await book.artifact("epub"));
}

const made: { [Name in TypesetterName]?: Promise<Work> } = {};
function demanding(name: TypesetterName): Promise<Work> {
  made[name] ??= makeDemanding(name);
  return made[name];
}

async function makeDemanding(name: TypesetterName): Promise<Work> {
  const tools = { typesetter, progress: () => undefined, pause: async () => undefined, clock: () => 0 };
  const publication = demandingPublication(name);
  const { artifacts, messages } = await publish(publication, await reportTheme(), ["screen", "epub"], tools);
  const [pdf, book] = artifacts;
  if (!pdf || !book) throw new Error(messages.map(String).join("\n"));
  return workOf(pdf.file.read(), book.file.read());
}

const remove = (words: string, pieces: readonly string[]) =>
  pieces.reduce((rest, piece) => rest.replace(piece, ""), words);

describe.each([
  ["the book of manuscript/", own],
  ["a book whose pages break wherever they can", () => demanding("paged")],
  ["the same, as Chromium breaks pages", () => demanding("native")],
] as const)("%s", (_, make) => {
  let work: Work;
  beforeAll(async () => {
    work = await make();
  });

  test("lists every page that has a folio and words, in order, and every marker", () => {
    const { pages, files } = work;
    const listed: string[] = [];
    visit(fromHtml(files.get("OEBPS/nav.xhtml") ?? ""), "element", (nav: Element) => {
      if (nav.properties["epub:type"] !== "page-list") return;
      visit(nav, "element", (link) => {
        if (link.tagName === "a") listed.push(`${textOf(link)} ${link.properties.href}`);
      });
    });
    const printed = pages.filter(
      ({ words, label }) => /^(?:\d+|[ivxlc]+)$/.test(label) && words.trim() !== "",
    );
    expect(listed.map((entry) => entry.split(" ")[0])).toEqual(printed.map(({ label }) => label));
    expect(listed.length).toBeGreaterThan(20);
    for (const entry of listed) {
      const [label, href = ""] = entry.split(" ");
      const [file, id] = href.split("#");
      expect(files.get(`OEBPS/${file}`)).toContain(
        `<span id="${id}" epub:type="pagebreak" role="doc-pagebreak" aria-label="${label}"></span>`,
      );
    }
    expect(work.stretches.map(({ label }) => label)).toEqual(printed.map(({ label }) => label));
    const opf = files.get("OEBPS/content.opf");
    for (const word of ["pageBreakSource", ">pageBreakMarkers<", ">pageNavigation<"])
      expect(opf).toContain(word);
    const targets = [...(files.get("OEBPS/toc.ncx") ?? "").matchAll(/<pageTarget .*?<\/pageTarget>/gs)];
    expect(targets.map(([target]) => `${textIn(target)} ${/src="([^"]+)"/.exec(target)?.[1]}`)).toEqual(
      listed,
    );
  });

  test("has between two markers the words of that page of the PDF, in order, and none else", () => {
    const { different, moved } = compare(work);
    expect(different).toEqual([]);
    expect(moved.length).toBeGreaterThan(0);
  });

  test("would show a marker that stands a word too late", () => {
    const { stretches } = work;
    const index = stretches.findIndex(({ label, words }) => label === "2" && words.trim() !== "");
    const [before, late] = [stretches[index - 1], stretches[index]];
    if (!before || !late) throw new Error("Expected a page 2");
    const [word = ""] = /^\s*\S+/.exec(late.words) ?? [];
    const shifted = [
      ...stretches.slice(0, index - 1),
      { ...before, words: before.words + word },
      { ...late, words: late.words.slice(word.length) },
      ...stretches.slice(index + 1),
    ];
    expect(compare({ ...work, stretches: shifted }).different).toEqual([before.label, late.label]);
  });

  test("breaks no heading and stands in no list", () => {
    for (const [name, xhtml] of work.files) {
      if (!name.endsWith(".xhtml")) continue;
      visit(fromHtml(xhtml.replace(/^<\?xml[^>]*>/, "")), "element", (node, _index, parent) => {
        if (node.properties.role !== "doc-pagebreak") return;
        const around = parent?.type === "element" ? parent.tagName : "";
        expect(around, name).not.toMatch(/^(?:h[1-6]|ol|ul|dl|table|thead|tbody|tr|)$/);
      });
    }
  });
});

/**
 * Compare each page with what stands behind its marker: the pages that differ, and the captions that moved.
 *
 * One thing stands elsewhere by rights: a figure that went to the next page, behind words that follow it in the book.
 */
function compare({ pages, stretches }: Work): { different: string[]; moved: string[] } {
  const different: string[] = [];
  const moved: string[] = [];
  let arriving: string[] = [];
  for (const { label, words, captions } of stretches) {
    const page = plain(pages.find((each) => each.label === label)?.words ?? "");
    const leaving = captions.map(plain).filter((caption) => !page.includes(caption));
    const lacks = arriving.some((caption) => !page.includes(caption));
    if (lacks || remove(plain(words), leaving) !== remove(page, arriving)) different.push(label);
    moved.push(...leaving);
    arriving = leaving;
  }
  return { different: arriving.length > 0 ? [...different, "after the last page"] : different, moved };
}

/** The contents name a chapter `1.` in the book and `1` on the page, and part authors from titles each in its way. */
function plain(words: string): string {
  return bareWords(words).replace(/[.\u2014]/g, "");
}

function textIn(target: string): string {
  return /<text>(.*?)<\/text>/.exec(target)?.[1] ?? "";
}

test("the demanding book begins pages in all kinds of places", async () => {
  const { files } = await demanding("paged");
  const places = new Set<string>();
  for (const [name, xhtml] of files) {
    if (!name.endsWith(".xhtml")) continue;
    visit(fromHtml(xhtml.replace(/^<\?xml[^>]*>/, "")), "element", (node, index, parent) => {
      if (node.properties.role !== "doc-pagebreak" || parent?.type !== "element") return;
      places.add(`${(index ?? 0) > 0 ? "in" : "before"} ${parent.tagName}`);
    });
  }
  for (const place of ["in p", "before p", "before td", "in code", "before a"])
    expect([...places]).toContain(place);
});
