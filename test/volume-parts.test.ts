import { PDFDict, PDFDocument, PDFName, PDFNumber } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, test } from "vitest";
import { checkEpub } from "../pipeline/check-epub/check.js";
import { elementsOf } from "../pipeline/check-epub/xml.js";
import type { Metadata, TypesetterName } from "../pipeline/publication.js";
import { publish } from "../pipeline/publish.js";
import { typesetter } from "./support/browser.js";
import { memoryManuscript } from "./support/memory-manuscript.js";
import { openPdf, type PageFacts, pagesOf } from "./support/pdf.js";
import { reportTheme } from "./support/report-theme.js";
import { filesOf } from "./write/epub/sample-book.js";
import { type Element, structureOf } from "./write/pdf/tags/structure.js";

const chapter = (title: string) =>
  `# ${title}\n\n${`The harbour of ${title} was measured in spring. `.repeat(9)}[^a]\n\n## Within ${title}\n\nWords.\n\n[^a]: A note to ${title}.\n`;

/** Two parts between two chapters that stand in neither, one of them with a source of its own. */
const volume = (changes: Partial<Metadata> = {}) =>
  memoryManuscript(
    {
      "front/preface.md": "# Preface\n\nSee [](#sea), [](#the-harbour) and [](#four).",
      "introduction.md": chapter("Introduction"),
      "two.md": chapter("Quays"),
      "three.md": chapter("Ropes"),
      "sea.md":
        "---\nsubtitle: Routes of a century\n---\n\n# The *Sea*\n\nWhat follows is of ships.[^s]\n\n## Sources\n\nLedgers.\n\n[^s]: A note to the part.\n",
      "four.md": chapter("Winds"),
      "conclusion.md": chapter("Conclusion"),
    },
    {
      title: "A volume",
      notes: { placement: "endnotes", numbering: "chapter" },
      front: ["front/preface.md"],
      body: [
        "introduction.md",
        { title: "The Harbour", chapters: ["two.md", "three.md"] },
        { source: "sea.md", chapters: ["four.md"] },
        "conclusion.md",
      ],
      ...changes,
    },
  );

const tools = { typesetter, progress: () => undefined, pause: async () => undefined, clock: () => 0 };

interface OutlineItem {
  readonly title: string;
  readonly dest: readonly [{ readonly num: number; readonly gen: number }];
  readonly count?: number;
  readonly items: readonly OutlineItem[];
}

interface Built {
  readonly messages: readonly string[];
  /** Their texts without the folios, and whether they show one. */
  readonly pages: readonly (PageFacts & { readonly hasFolio: boolean })[];
  /** Titles of the outline, indented by their level, with the pages that they lead to, from 0. */
  readonly outline: readonly string[];
  /** How many entries the outline shows when it is opened. */
  readonly shown: number | undefined;
  readonly tags: Element;
  readonly epub: Uint8Array;
}

async function build(name: TypesetterName, changes: Partial<Metadata> = {}): Promise<Built> {
  const manuscript = volume({ typesetter: name, ...changes });
  const { artifacts, messages } = await publish(manuscript, await reportTheme(), ["screen", "epub"], tools);
  const [screen, book] = artifacts;
  if (!screen || !book) throw new Error(messages.map(String).join("\n"));
  const pdf = await openPdf(screen.file.read());
  const outline: string[] = [];
  const list = async (items: readonly OutlineItem[], depth: number): Promise<void> => {
    for (const { title, dest, count, items: below } of items) {
      const page = await pdf.getPageIndex(dest[0]);
      outline.push(`${"  ".repeat(depth)}${title} @${page} ${count ?? 0}`);
      await list(below, depth + 1);
    }
  };
  await list((await pdf.getOutline()) as unknown as OutlineItem[], 0);
  const pages = (await pagesOf(pdf)).map((page) => {
    const hasFolio = page.text.startsWith(`${page.label}\n`);
    return { ...page, hasFolio, text: hasFolio ? page.text.slice(page.label.length + 1) : page.text };
  });
  await pdf.loadingTask.destroy();
  const raw = await PDFDocument.load(screen.file.read());
  return {
    messages: messages.map(String),
    pages,
    outline,
    shown: raw.catalog
      .lookup(PDFName.of("Outlines"), PDFDict)
      .lookup(PDFName.of("Count"), PDFNumber)
      .asNumber(),
    tags: structureOf(raw),
    epub: book.file.read(),
  };
}

describe.each(["paged", "native"] as const)("a volume in parts, set by %s", (name) => {
  let built: Built;
  beforeAll(async () => {
    built = await build(name);
  });
  const pageWith = (words: string) => built.pages.findIndex(({ text }) => text.startsWith(words));

  test("is sound: nothing is lost, and nothing breaks PDF/UA", () => {
    expect(built.messages).toEqual([]);
  });

  test("opens each part on a right-hand page of its own, number and title alone without a folio", () => {
    const harbour = pageWith("Part I\n");
    expect(built.pages[harbour]?.text.trim()).toBe("Part I\nThe Harbour");
    expect(built.pages[harbour]?.label).toBe("3");
    expect(built.pages[harbour + 1]?.text).toBe("");
    expect(built.pages[harbour + 2]?.text).toMatch(/^2\nQuays/);
    const sea = pageWith("Part II");
    expect(built.pages[sea]?.text).toMatch(
      /^Part II\nThe Sea\nRoutes of a century\nWhat follows is of ships/,
    );
    expect(Number(built.pages[sea]?.label) % 2).toBe(1);
    expect([built.pages[harbour]?.hasFolio, built.pages[sea]?.hasFolio]).toEqual([false, true]);
    expect(built.pages[sea + 2]?.text).toMatch(/^4\nWinds/);
  });

  test("numbers its chapters through the parts, and says in its contents on which pages all of them begin", () => {
    const contents = built.pages[pageWith("Contents")]?.text.replace(/\s+/g, " ") ?? "";
    const label = (words: string) => built.pages[pageWith(words)]?.label;
    for (const [entry, opener] of [
      ["1 Introduction", "1\nIntro"],
      ["Part I The Harbour", "Part I\n"],
      ["2 Quays", "2\nQuays"],
      ["3 Ropes", "3\nRopes"],
      ["Part II The Sea", "Part II\n"],
      ["4 Winds", "4\nWinds"],
      ["5 Conclusion", "5\nConc"],
    ] as const)
      expect(contents).toContain(`${entry} ${label(opener)} `);
    expect(contents).not.toContain("Sources");
  });

  test("lists chapters below their parts in the outline, which shows both", () => {
    const at = (words: string) => pageWith(words);
    const harbour = at("Part I\n");
    const sea = at("Part II\n");
    expect(
      built.outline
        .slice(
          0,
          built.outline.findIndex((line) => line.startsWith("Notes")),
        )
        .filter((line) => !line.includes("Within")),
    ).toEqual([
      `Preface @${at("Preface")} 0`,
      `1. Introduction @${at("1\nIntro")} -1`,
      `Part I. The Harbour @${harbour} 2`,
      `  2. Quays @${at("2\nQuays")} -1`,
      `  3. Ropes @${at("3\nRopes")} -1`,
      `Part II. The Sea @${sea} 1`,
      `  4. Winds @${at("4\nWinds")} -1`,
      `5. Conclusion @${at("5\nConc")} -1`,
    ]);
    // These, and the notes.
    expect(built.shown).toBe(9);
  });

  test("tags a part around its chapters, and the title of each as H1", () => {
    const of = (element: Element, type: string): Element[] =>
      element.children.flatMap((child) =>
        typeof child === "string" ? [] : [...(child.type === type ? [child] : []), ...of(child, type)],
      );
    const words = (element: Element): string =>
      element.children.map((child) => (typeof child === "string" ? child : words(child))).join("");
    const parts = of(built.tags, "Part");
    expect(parts.map((part) => of(part, "H1").map(words))).toEqual([
      ["The Harbour", "Quays", "Ropes"],
      ["The Sea", "Winds"],
    ]);
    expect(of(built.tags, "H1").map(words)).toContain("Conclusion");
  });

  test("has a note of what opens a part among those of its chapters, under its title", () => {
    const notes = built.pages.find(({ text }) => text.includes("A note to Introduction"))?.text ?? "";
    expect(notes).toContain("3 Ropes\n");
    expect(notes.indexOf("Part II. The Sea")).toBeGreaterThan(notes.indexOf("3 Ropes"));
    expect(notes.indexOf("Part II. The Sea")).toBeLessThan(notes.indexOf("4 Winds"));
    expect(notes).toContain("A note to the part.");
  });

  test("is an e-book whose navigation lists chapters below their parts, sound in every check", async () => {
    expect((await checkEpub("volume.epub", built.epub)).messages.map(String)).toEqual([]);
    const files = await filesOf(built.epub);
    const nav = files.get("OEBPS/nav.xhtml") ?? "";
    expect(nav).toMatch(
      /<li class="contents-item body part-title"><a href="the-harbour.xhtml">(?:<span [^>]*><\/span>)*<span class="contents-number">Part I\.<\/span> <span class="contents-title">The Harbour<\/span><\/a><ol class="contents-list"><li class="contents-item body"><a href="two.xhtml">/,
    );
    expect(files.get("OEBPS/the-harbour.xhtml")).toContain(
      '<section id="the-harbour" class="part-title body alone" role="doc-part" aria-labelledby="the-harbour-title" epub:type="part">',
    );
    expect(files.get("OEBPS/sea.xhtml")).toContain('</span>Part II</p><h1 id="sea-title"');
    const spine = elementsOf(files.get("OEBPS/content.opf") ?? "").filter((each) => each.name === "itemref");
    expect(spine.map(({ attributes }) => attributes.idref).join(" ")).toContain(
      "part-introduction part-the-harbour part-two part-three part-sea part-four part-conclusion",
    );
    expect(files.get("OEBPS/toc.ncx")).toMatch(/Part I\. The Harbour<\/text>.{1,80}<navPoint/s);
    // Pages of the print edition: a page that shows a part title alone is one.
    const three = elementsOf(files.get("OEBPS/the-harbour.xhtml") ?? "").find(
      ({ attributes }) => attributes.id === "page-3",
    );
    expect(three?.attributes["aria-label"]).toBe("3");
  });
});

describe("notes at the foot of pages", () => {
  test("stand on the page of what opens a part", async () => {
    const { pages, messages } = await build("paged", {
      notes: { placement: "footnotes", numbering: "continuous" },
    });
    expect(messages).toEqual([]);
    const sea = pages.find(({ text }) => text.startsWith("Part II"))?.text ?? "";
    expect(sea).toContain("A note to the part.");
  });
});
