import { beforeAll, describe, expect, test } from "vitest";
import { checkEpub } from "../pipeline/check-epub/check.js";
import type { TypesetterName } from "../pipeline/publication.js";
import { publish } from "../pipeline/publish.js";
import { typesetter } from "./support/browser.js";
import { memoryManuscript } from "./support/memory-manuscript.js";
import { openPdf } from "./support/pdf.js";
import { reportTheme } from "./support/report-theme.js";
import { filesOf } from "./write/epub/sample-book.js";

const work = (name: string) =>
  `${name}, A. *The Slow Coast: Towns, Tides and Tariffs in the Northern Basin, 1840--1914, with an Appendix on Lamps*. Edinburgh, 1998.`;

const volume = (typesetter: TypesetterName) =>
  memoryManuscript(
    {
      "dedication.md": "---\nrole: dedication\n---\n\n# Dedication\n\nFor the keepers.",
      "one.md": [
        "# A Title That Takes Two Lines of the Contents, Since It Names Harbours, Pilots and Tide",
        "Words on the harbour.[^a]",
        "הרוח הצפונית נשבה שלושה לילות.",
        "## Works cited",
        `:::bibliography\n${work("Abel")}\n\n${work("Bell")}\n:::`,
        "[^a]: ראו יוסי כהן, סטייטקראפט בצל.",
      ].join("\n\n"),
      "works.md": `---\nrole: bibliography\n---\n\n# Further Reading\n\nA word on the list.\n\n- ${work("Cole")}\n- ${work("Dunn")}`,
    },
    { title: "A volume", typesetter, front: ["dedication.md"], body: ["one.md"], back: ["works.md"] },
  );

const tools = { typesetter, progress: () => undefined, pause: async () => undefined, clock: () => 0 };

/** A line of a page, in points. */
interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

async function linesOf(bytes: Uint8Array): Promise<{ pages: Line[][]; outline: string[] }> {
  const pdf = await openPdf(bytes);
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const lines = new Map<number, Line>();
    for (const item of items) {
      if (!("str" in item) || item.str.trim() === "") continue;
      const [, , , , x = 0, y = 0] = item.transform as number[];
      const line = lines.get(Math.round(y));
      lines.set(Math.round(y), {
        text: `${line?.text ?? ""}${item.str}`,
        left: Math.min(line?.left ?? x, x),
        right: Math.max(line?.right ?? 0, x + item.width),
      });
    }
    pages.push([...lines.values()]);
  }
  const outline = ((await pdf.getOutline()) ?? []).map(({ title }) => title);
  await pdf.loadingTask.destroy();
  return { pages, outline };
}

describe.each(["paged", "native"] as const)("%s: conventions of books", (name) => {
  let pages: Line[][];
  let outline: string[];
  let book: Uint8Array;
  let files: Awaited<ReturnType<typeof filesOf>>;
  beforeAll(async () => {
    const { artifacts, messages } = await publish(
      volume(name),
      await reportTheme(),
      ["screen", "epub"],
      tools,
    );
    const [screen, epub] = artifacts;
    if (!screen || !epub) throw new Error(messages.map(String).join("\n"));
    ({ pages, outline } = await linesOf(screen.file.read()));
    book = epub.file.read();
    files = await filesOf(book);
  });
  const pageWith = (words: string) =>
    pages.findIndex((lines) => lines.some(({ text }) => text.includes(words)));
  const lineWith = (words: string) => {
    const line = pages.flat().find(({ text }) => text.includes(words));
    if (!line) throw new Error(`No line has ${words}.`);
    return line;
  };

  test("a dedication has a right-hand page with its words alone, before the contents that do not list it", () => {
    const at = pageWith("For the keepers.");
    expect(at % 2).toBe(0);
    expect(pages[at]?.map(({ text }) => text)).toEqual(["For the keepers."]);
    expect(pageWith("Contents")).toBe(at + 1);
    expect(pageWith("Dedication")).toBe(-1);
    expect(outline).toContain("Dedication");
  });

  test("works hang by their first letters, in a chapter of them and in a section of a chapter", () => {
    for (const author of ["Abel", "Bell", "Cole", "Dunn"]) {
      const lines = pages[pageWith(`${author}, A.`)] ?? [];
      const first = lines.findIndex(({ text }) => text.includes(`${author}, A.`));
      const edge = lines[first]?.left ?? 0;
      expect((lines[first + 1]?.left ?? 0) - edge).toBeCloseTo(13.5, 0);
      expect(lines[first]?.text).not.toContain("–\u2002");
    }
    expect(lineWith("A word on the list").left).toBeCloseTo(lineWith("Cole, A.").left, 0);
  });

  test("the page number of a title of two lines stands in its last line, and no title runs into it", () => {
    const contents = pages[pageWith("Contents")] ?? [];
    const at = contents.findIndex(({ text }) => text.includes("A Title That Takes"));
    expect(contents[at]?.text).not.toMatch(/\d$/);
    const numbered = contents.filter(({ text }) => /[a-z] ?\d+$/i.test(text));
    expect(numbered.map(({ text }) => text)).toHaveLength(4);
    const rights = numbered.map(({ right }) => right);
    expect(Math.max(...rights) - Math.min(...rights)).toBeLessThan(1);
    for (const line of contents.slice(at, at + 1)) expect(line.right).toBeLessThan((rights[0] ?? 0) - 30);
  });

  test("what nobody marked as Hebrew stands at the right edge, a note of it with its number", () => {
    const latin = lineWith("Words on the harbour");
    const works = lineWith("Abel, A.");
    const hebrew = pages[pageWith("Words on the harbour")]?.find(({ text }) => /הרוח|חורה/.test(text));
    expect(hebrew?.left).toBeGreaterThan(latin.left + 60);
    expect(hebrew?.right).toBeGreaterThan(works.right - 60);
    const one = files.get("EPUB/one.xhtml") ?? [...files].find(([path]) => path.endsWith("one.xhtml"))?.[1];
    expect(String(one)).toMatch(/<p dir="rtl">הרוח/);
    const notes = [...files].find(([path]) => path.endsWith("notes.xhtml"))?.[1];
    expect(String(notes)).toMatch(/<li[^>]* class="note"[^>]* dir="rtl"/);
  });

  test("the e-book says the same by role and class, and is valid", async () => {
    const file = (stem: string) => String([...files].find(([path]) => path.endsWith(`${stem}.xhtml`))?.[1]);
    expect(file("dedication")).toContain('epub:type="dedication"');
    expect(file("dedication")).toContain('aria-label="Dedication"');
    expect(file("dedication")).not.toContain("<h1");
    expect(file("one")).toMatch(
      /<section class="bibliography" role="doc-bibliography"[^>]*>\s*<p class="work"/,
    );
    expect(file("works")).toMatch(/<ul class="works"/);
    expect(file("works")).toContain("<p>A word on the list.</p>");
    expect((await checkEpub("a-volume.epub", book)).messages.map(String)).toEqual([]);
  });
});
