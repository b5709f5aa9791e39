import { describe, expect, test } from "vitest";
import { examine } from "../../../pipeline/examine.js";
import { printDocument } from "../../../pipeline/write/pdf/print-document.js";
import { typesetter } from "../../support/browser.js";
import { memoryManuscript } from "../../support/memory-manuscript.js";
import { openPdf, pagesOf } from "../../support/pdf.js";
import { printedPdf } from "../../support/printed-pdf.js";
import { reportTheme } from "../../support/report-theme.js";

async function printed(markdown: Record<string, string>, typesetterName: "paged" | "native") {
  const theme = await reportTheme();
  const manuscript = memoryManuscript(markdown, { language: "de" });
  const { publication } = await examine(manuscript, theme);
  const document = await printDocument(publication, theme, "screen");
  const typeset = await typesetter.typeset({ ...document, typesetter: typesetterName });
  const pdf = await openPdf(await printedPdf(typeset));
  const pages = await pagesOf(pdf);
  await pdf.loadingTask.destroy();
  return { messages: typeset.messages.map(String), pages: pages.map(({ text }) => text), typeset };
}

/** A chapter whose table begins after so many lines. */
const chapter = (lines: number) =>
  `# Kapitel ${lines}\n\n${"Zeile\\\n".repeat(lines)}Ende.\n\n:::table{#t${lines}}\n| a | b |\n|---|---|\n| 1 | 2 |\n\nAnfang${lines} ${"und weitere Worte der langen Legende ".repeat(6)} Schluss${lines}.\n:::\n\n[](#t${lines})\n`;

describe.each(["paged", "native"] as const)("%s", (name) => {
  test("the caption of a table is on one page with its table, wherever on the page it begins", async () => {
    const counts = Array.from({ length: 8 }, (_, i) => i + 18);
    const { pages, messages } = await printed(
      Object.fromEntries(counts.map((n) => [`k${n}.md`, chapter(n)])),
      name,
    );
    const pageOf = (words: string) => pages.findIndex((text) => text.includes(words));
    const split = counts.filter((n) => pageOf(`Anfang${n} `) !== pageOf(`Schluss${n}.`));
    expect(messages).toEqual([]);
    expect(counts.every((n) => pageOf(`Anfang${n} `) > 0)).toBe(true);
    expect(split).toEqual([]);
  });

  test.each([2, 3, 4])("a heading of several lines, of level %i, is on one page", async (level) => {
    const counts = Array.from({ length: 14 }, (_, i) => i + 14);
    const title = (n: number) => `Anfang${n} ${"und weitere Worte der Überschrift ".repeat(4)} Schluss${n}.`;
    const { pages, messages } = await printed(
      Object.fromEntries(
        counts.map((n) => [
          `k${n}.md`,
          `# Kapitel ${n}\n\n${"Zeile\\\n".repeat(n)}Ende.[^1]\n\n${level > 2 ? "## Zwei\n\n" : ""}${level > 3 ? "### Drei\n\n" : ""}${"#".repeat(level)} ${title(n)}\n\n${"Ein Satz über den Fluss. ".repeat(40)}\n\n[^1]: Eine Anmerkung.\n`,
        ]),
      ),
      name,
    );
    const pageOf = (words: string) => pages.findLastIndex((text) => text.includes(words));
    expect(messages).toEqual([]);
    expect(counts.every((n) => pageOf(`Anfang${n} `) > 0)).toBe(true);
    expect(counts.filter((n) => pageOf(`Anfang${n} `) !== pageOf(`Schluss${n}.`))).toEqual([]);
  });

  test("a word of a title that is longer than a line is hyphenated, and a long running head ends with a word", async () => {
    const title = "Die Donaudampfschifffahrtsgesellschaftskonzession";
    const further =
      "und was aus ihr in den Jahren nach dem Kriege unter wechselnden Zuständigkeiten geworden ist";
    const { pages, typeset } = await printed(
      { "one.md": `# ${title} ${further}\n\n${"Ein Satz über den Fluss. ".repeat(300)}` },
      name,
    );
    const opener = pages[typeset.pages.findIndex(({ partId }) => partId === "one")] ?? "";
    expect(opener).toMatch(/Donau\p{L}*[-\u2010\u00AD]/u);
    const shown =
      pages
        .join("\n")
        .match(/Die Donau[^…\n]*…/)?.[0]
        .replace(/…$/, "") ?? "";
    expect(`${title} ${further} `).toContain(`${shown} `);
    expect(shown.length).toBeGreaterThan(60);
  });
});
