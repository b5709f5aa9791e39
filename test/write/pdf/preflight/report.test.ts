import pc from "picocolors";
import { beforeAll, describe, expect, test } from "vitest";
import { spooled } from "../../../../pipeline/spooled.js";
import { toHtml } from "../../../../pipeline/write/pdf/preflight/html/page.js";
import { openPdf } from "../../../../pipeline/write/pdf/preflight/open-pdf.js";
import { preflight } from "../../../../pipeline/write/pdf/preflight/preflight.js";
import { isFailed, type Preflight } from "../../../../pipeline/write/pdf/preflight/report.js";
import { toMessages } from "../../../../pipeline/write/pdf/preflight/to-messages.js";
import { toRecord } from "../../../../pipeline/write/pdf/preflight/to-record.js";
import { toText } from "../../../../pipeline/write/pdf/preflight/to-text.js";
import { draw, show, soundPdf, strictProfile } from "./sheet.js";

let report: Preflight;
let sound: Preflight;

beforeAll(async () => {
  const held = async (change: boolean, pictures: "wanted" | "none") => {
    const pdf = await soundPdf();
    if (change) {
      draw(pdf, 2, "0.9 0.8 0.8 0.5 k 60 60 40 40 re f");
      for (const page of [1, 2, 3]) show(pdf, page, "Rich <b>", "0.7 0.6 0.6 0.9 k", 60, 300, 9);
    }
    const bytes = await pdf.save({ useObjectStreams: false });
    const facts = await openPdf(bytes);
    if (typeof facts === "string") throw new Error(facts);
    return preflight(spooled(bytes), facts, await strictProfile(), { pictures, onPage: async () => {} });
  };
  report = await held(true, "wanted");
  sound = await held(false, "none");
}, 60_000);

describe("a preflight report", () => {
  test("as text says what fails first, where, and the sum of it", () => {
    const lines = toText(report, "book.pdf", pc.createColors(false)).split("\n");
    expect(lines[0]).toBe("book.pdf: 6 pages, for Strict printer (kdp)");
    expect(lines[2]).toMatch(
      /^fail {2}ink-limit +No more than 280 % of all inks together lie on a square millimetre\.$/,
    );
    expect(lines[3]).toMatch(/^ {6}- 300 % on 1\d\d mm² on page 3, at 2\d, 14\d mm$/);
    expect(lines.at(-2)).toMatch(/^1 rule fails, 1 asks for a look, \d+ pass$/);
  });

  test("as a record counts pages from 1 and millimetres from the trim", () => {
    const { pages, rules } = toRecord(report);
    expect(pages[2]).toMatchObject({
      page: 3,
      width: 120,
      height: 180,
      ink: { inks: ["Cyan", "Magenta", "Yellow", "Black"] },
    });
    const [finding] = rules.find(({ id }) => id === "ink-limit")?.findings ?? [];
    expect(finding).toMatchObject({ page: 3, gravity: "refusal", file: null });
    expect(Math.round(finding?.box?.x ?? 0)).toBe(22);
  });

  test("as a page shows every page and marks what was found, and asks for nothing beside itself", () => {
    const html = toHtml(report, "<book>.pdf");
    expect(html.match(/<img src="data:image\/png;base64,/g)).toHaveLength(6);
    expect(html.match(/class="spot refusal"/g)).toHaveLength(1);
    expect(html.match(/class="spot doubt"/g)).toHaveLength(3);
    expect(html).toContain("&#x3C;book>.pdf");
    expect(html.replaceAll(/src="data:image[^"]*"/g, "")).not.toMatch(/(?:src|href)="(?!#)/);
    expect(html).not.toContain("<script");
    expect(toHtml(sound, "book.pdf")).toContain("Nothing stands in the way");
  });

  test("as messages is as grave as a build takes it", () => {
    expect(toMessages(report).map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([
      ["press-ink", false],
      ["press-text", false],
    ]);
    expect(toMessages(report)[1]?.reason).toMatch(
      /^black text of 9 pt in .* on page 2, at .*, and 2 more\. Strict printer, text-black:/,
    );
    expect(toMessages(sound)).toEqual([]);
  });

  test("fails where a printer would send the file back, strictly where there is anything to look at", () => {
    expect([isFailed(report, "lenient"), isFailed(sound, "strict")]).toEqual([true, false]);
    const doubts = { rules: report.rules.filter(({ id }) => id === "text-black") };
    expect([isFailed(doubts, "lenient"), isFailed(doubts, "strict")]).toEqual([false, true]);
  });
});

test.each([
  ["an empty file", new Uint8Array(), "it is empty"],
  ["a text", Buffer.from("Words"), "it is not a PDF"],
  ["half a PDF", Buffer.from("%PDF-1.7\n1 0 obj <<"), "it ends too early: a part of it is missing"],
])("%s is said to be what it is", async (_, bytes, reason) => {
  expect(await openPdf(bytes)).toBe(reason);
});

test("an encrypted PDF is said to be one, and a damaged one to be damaged", async () => {
  const pdf = await soundPdf();
  pdf.encrypt({ userPassword: "secret", ownerPassword: "secret" });
  expect(await openPdf(await pdf.save({ useObjectStreams: false }))).toMatch(/^it is encrypted/);
  const broken = await soundPdf();
  draw(broken, 1, "[ (never closed Tj");
  expect(await openPdf(await broken.save())).toMatch(/^it is damaged/);
});
