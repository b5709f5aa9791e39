import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { examine } from "../pipeline/examine.js";
import type { Metadata, Page, Theme, Typesetter, TypesetterChoice } from "../pipeline/publication.js";
import { publish } from "../pipeline/publish.js";
import { pageGeometry, pixels } from "../pipeline/write/pdf/print/page-geometry.js";
import { printDocument } from "../pipeline/write/pdf/print-document.js";
import { typesetter as real } from "./support/browser.js";
import { memoryManuscript } from "./support/memory-manuscript.js";
import { openPdf, pageOfDestination } from "./support/pdf.js";
import { reportTheme } from "./support/report-theme.js";

const arabic = "وقد كتب القبطان في سجله أن الريح الشمالية هبت ثلاث ليال متتالية في عام 1987 ثم سكنت. ";
const hebrew = "רב החובל כתב ביומנו שהרוח הצפונית נשבה שלושה לילות רצופים בשנת 1987 ואז שככה. ";

/** A paragraph over several pages, and what else a report has. */
const chapter = (title: string, sentence: string) =>
  [
    `# ${title}`,
    `${sentence.repeat(50)}[^a]`,
    `:::figure{#fig-${title.length}}\n![${title}](images/a.svg)\n\n${sentence}\n:::`,
    `:::table{#tbl-${title.length}}\n${sentence}\n\n| ${title} | 1 |\n| --- | --: |\n| ${sentence} | 7.5 |\n:::`,
    `## ${title} 2`,
    `[](#fig-${title.length}) [](#tbl-${title.length}) ${sentence.repeat(9)}[^b]`,
    `[^a]: ${sentence}\n\n[^b]: ${sentence}`,
  ].join("\n\n");
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100"><rect width="400" height="100" fill="#ccd"/></svg>';
const manuscript = (changes: Partial<Metadata> = {}) =>
  memoryManuscript(
    { "quays.md": chapter("الموانئ القديمة", arabic), "tides.md": chapter("גאות ושפל", hebrew) },
    { title: "عن الموانئ", language: "ar", ...changes },
    { "images/a.svg": drawing },
  );

test("a single word of other letters keeps its full stop, which is painted before it", async () => {
  const source = "# الموانئ\n\nNATO!\n\n| الميناء | Deep? |\n|---|---|\n| Yes. | No. |\n\n- Quay.\n";
  const { messages, artifacts } = await publish(
    memoryManuscript({ "one.md": source }, { title: "عن الموانئ", language: "ar" }),
    await reportTheme(),
    ["screen"],
    { typesetter: real, progress: () => undefined, pause: async () => undefined, clock: () => 0 },
  );
  expect(messages.map(String)).toEqual([]);
  expect(artifacts).toHaveLength(1);
});

let theme: Theme;
let pages: readonly Page[];
let pdf: PDFDocumentProxy;
let said: string[];
let choice: TypesetterChoice | undefined;
beforeAll(async () => {
  theme = await reportTheme();
  const typesetter: Typesetter = {
    ...real,
    typeset: async (document, watcher) => {
      const set = await real.typeset(document, watcher);
      ({ pages } = set);
      return set;
    },
  };
  const tools = {
    typesetter,
    progress: () => undefined,
    pause: async () => undefined,
    clock: () => 0,
  };
  const published = await publish(manuscript(), theme, ["screen"], tools);
  said = published.messages.filter(({ fatal }) => fatal !== null).map(String);
  if (published.artifacts.length === 0) throw new Error(said.join("\n"));
  choice = published.typesetter;
  pdf = await openPdf(published.artifacts[0]?.file.read() ?? new Uint8Array());
});
afterAll(async () => {
  await pdf?.loadingTask.destroy();
});

describe("a publication from right to left", () => {
  test("is set by Chromium's own pagination", () => {
    expect(choice).toEqual({ name: "native", reason: expect.stringContaining("right to left") });
  });

  test("has nothing lost, moved, cut off or untagged, in paragraphs over many pages", () => {
    expect(said).toEqual([]);
    expect(pdf.numPages).toBe(pages.length);
    expect(pages.filter(({ start }) => start && start.offset > 0).length).toBeGreaterThan(3);
  });

  test("is bound at the right: the first page lies on the left, and chapters open on the left", async () => {
    expect(pages.map(({ side }) => side)).toEqual(pages.map((_, i) => (i % 2 === 0 ? "left" : "right")));
    const opener = pages.find(({ folio }) => folio === "1");
    expect(opener?.side).toBe("left");
    expect(await pdf.getViewerPreferences()).toEqual({ DisplayDocTitle: true, Direction: "R2L" });
  });

  test("has folios at the outer edges, and lines as far from the spine on either side", async () => {
    const { inner, measure, reach, edge, width, top, bottom, height } = pageGeometry({
      width: 170,
      height: 240,
    });
    const scale = pixels(25.4) / 72;
    for (const { index, side, folio } of pages.filter(({ blank }) => !blank).slice(-6)) {
      const page = await pdf.getPage(index + 1);
      const [x = 0, , , y = 0] = page.view;
      const items = (await page.getTextContent()).items.flatMap((item) => {
        if (!("str" in item) || item.str.trim() === "") return [];
        const [, , , , left = 0, base = 0] = item.transform as number[];
        const box = { left: left - x, right: left - x + item.width, down: y - base };
        return [{ text: item.str, left: box.left * scale, right: box.right * scale, down: box.down * scale }];
      });
      const number = items.find(({ text, down }) => text === folio && down > height - bottom);
      if (side === "left") expect(number?.left).toBeCloseTo(edge, -1);
      else expect(number?.right).toBeCloseTo(width - edge, -1);
      const [from, to] = side === "left" ? [edge + reach, width - inner] : [inner, inner + measure];
      const lines = items.filter(({ down }) => down > top && down < height - bottom);
      expect(Math.max(...lines.map(({ right }) => right))).toBeCloseTo(to, -1);
      expect(Math.min(...lines.map(({ left }) => left))).toBeGreaterThan(from - 9);
    }
  });

  test("leads every destination to its page, and labels pages as they are numbered", async () => {
    const labels = await pdf.getPageLabels();
    expect(labels?.slice(2)).toEqual(pages.slice(2).map(({ folio }) => folio));
    const opener = pages.find(({ folio }) => folio === "1");
    expect(await pageOfDestination(pdf, opener?.partId ?? "")).toBe(opener?.index);
  });
});

test("Paged.js lets its long paragraphs run off the paper, and says so", async () => {
  const { publication } = await examine(manuscript({ typesetter: "paged" }), theme);
  const set = await real.typeset(await printDocument(publication, theme, "screen"));
  expect(set.messages.map(({ ruleId }) => ruleId)).toContain("text-overflow");
});
