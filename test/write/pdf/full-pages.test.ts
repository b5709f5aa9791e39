import { describe, expect, test } from "vitest";
import { examine } from "../../../pipeline/examine.js";
import { printDocument } from "../../../pipeline/write/pdf/print-document.js";
import { typesetter } from "../../support/browser.js";
import { memoryManuscript } from "../../support/memory-manuscript.js";
import { openPdf, pagesOf } from "../../support/pdf.js";
import { png } from "../../support/png.js";
import { printedPdf } from "../../support/printed-pdf.js";
import { reportTheme } from "../../support/report-theme.js";

const words = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`).join(" ");

/** The texts of the pages, and where pictures stand on them. */
async function pagesFor(markdown: string, name: "paged" | "native", further: Record<string, string> = {}) {
  const theme = await reportTheme();
  const source = `# One\n\n${words("opening", 60)}\n\n${markdown}`;
  const manuscript = memoryManuscript({ "one.md": source, ...further }, {}, { "tall.png": png(600, 1500) });
  const { publication } = await examine(manuscript, theme);
  const document = await printDocument(publication, theme, "screen");
  const typeset = await typesetter.typeset({ ...document, typesetter: name });
  const pdf = await openPdf(await printedPdf(typeset));
  const pages = (await pagesOf(pdf)).map(({ text }) => text.replace(/\s+/g, " "));
  await pdf.loadingTask.destroy();
  expect(typeset.messages.map(String)).toEqual([]);
  return { pages, typeset, pageOf: (text: string) => pages.findLastIndex((page) => page.includes(text)) };
}

describe.each(["paged", "native"] as const)("%s", (name) => {
  test("headings directly before a piece on a page of its own begin that page", async () => {
    const { pageOf, pages } = await pagesFor(
      `## Lower harbour\n\n:::figure{size=page}\n![Tall](tall.png)\n\nCaption of it.\n:::\n\n- ${words("after", 60)}\n\n## Upper harbour\n\n### Its quays\n\n:::table{size=page}\n| Quay | Depth |\n|---|---|\n| North | deep |\n\nCaption of the quays.\n:::\n\n## Beyond\n\n${words("beyond", 60)}\n`,
      name,
    );
    const [opening, figure, after, table, beyond] = [
      "opening59",
      "Caption of it.",
      "after59",
      "Caption of the quays.",
      "beyond59",
    ].map(pageOf);
    expect([opening, figure, after, table, beyond]).toEqual(
      Array.from({ length: 5 }, (_, i) => (opening ?? 0) + i),
    );
    expect(pages[figure ?? 0]).toMatch(/Lower harbour .*Caption of it\./);
    expect(pages[table ?? 0]).toMatch(/Upper harbour Its quays .*Caption of the quays\..*North/);
    expect(pages[beyond ?? 0]).toContain("Beyond");
  });

  test("paragraphs behind a piece on a page of its own go first where the page before has room for them", async () => {
    const figure = (name: string) =>
      `:::figure{size=page}\n![Tall](tall.png)\n\nCaption of ${name}.\n:::\n\n`;
    const quays =
      ":::table{size=page}\n| Quay | Depth |\n|---|---|\n| North | deep |\n\nCaption of the quays.\n:::";
    const { pageOf, pages } = await pagesFor(words("more", 60), name, {
      "two.md": `# Two\n\n${figure("two")}${words("early", 60)}\n\n${words("late", 400)}\n`,
      "three.md": `# Three\n\n## Lower harbour\n\n${figure("three")}${words("below", 60)}\n\n## Upper harbour\n\n${quays}\n\n${words("long", 600)}\n`,
    });
    expect(pages[pageOf("early0 ")]).toMatch(/Two early0 /i);
    expect(pageOf("Caption of two.")).toBe(pageOf("early59") + 1);
    expect(pageOf("late0 ")).toBe(pageOf("Caption of two.") + 1);
    expect(pages[pageOf("below0 ")]).toMatch(/Three Lower harbour below0 /i);
    expect(pageOf("Caption of three.")).toBe(pageOf("below59") + 1);
    // What has no room stays where it is, and the heading leads to the piece.
    expect(pages[pageOf("North")]).toMatch(/Upper harbour .*Caption of the quays\./);
    expect(pageOf("North")).toBe(pageOf("Caption of three.") + 1);
    expect(pageOf("long0 ")).toBe(pageOf("North") + 1);
  });

  test("a picture as tall as a page leaves its caption, and the heading before it, room on its page", async () => {
    const { pageOf } = await pagesFor(
      `:::figure\n![Tall](tall.png)\n\n${words("first", 150)} end of the first.\n:::\n\n${words("between", 60)}\n\n## Heading of a figure\n\n:::figure\n![Tall](tall.png)\n\n${words("second", 100)} end of the second.\n:::\n\n${words("after", 60)}\n`,
      name,
    );
    expect(pageOf("end of the first.")).toBe(pageOf("first0 "));
    expect(pageOf("end of the second.")).toBe(pageOf("second0 "));
    expect(pageOf("Heading of a figure")).toBe(pageOf("second0 "));
  });
});

test.each(["paged", "native"] as const)(
  "%s: headings stay with a table on pages of its own that goes on, too",
  async (name) => {
    const rows = Array.from({ length: 60 }, (_, i) => `| Berth ${i}. | deep |`).join("\n");
    const { pageOf } = await pagesFor(
      `## Upper harbour\n\n### Its quays\n\n:::table{size=page}\n| Quay | Depth |\n|---|---|\n${rows}\n\nCaption of the quays.\n:::\n`,
      name,
    );
    expect(pageOf("Its quays")).toBe(pageOf("Berth 0."));
    expect(pageOf("Berth 59.")).toBe(pageOf("Berth 0.") + 1);
  },
);

test("native: a callout higher than half a page goes on over pages, and leaves no page empty before it and its heading", async () => {
  const callout = Array.from({ length: 5 }, (_, i) => words(`box${i}x`, 55)).join("\n\n");
  const low = Array.from({ length: 3 }, (_, i) => words(`low${i}x`, 40)).join("\n\n");
  const { pageOf } = await pagesFor(
    `${words("more", 40)}\n\n## Before the box\n\n:::callout[Its title]\n${callout}\n:::\n\n${words("after", 260)}\n\n:::callout[Low]\n${low}\n:::\n`,
    "native",
  );
  expect(pageOf("Before the box")).toBe(pageOf("more39"));
  expect(pageOf("Its title")).toBe(pageOf("more39"));
  expect(pageOf("box0x9 ")).toBe(pageOf("more39"));
  expect(pageOf("box4x54")).toBe(pageOf("more39") + 1);
  // A lower one is kept whole.
  expect(pageOf("low0x0 ")).toBe(pageOf("low2x39"));
});
