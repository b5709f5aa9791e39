import { PDFDict, PDFName, PDFStream } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { spooled } from "../../../../pipeline/spooled.js";
import { openPdf } from "../../../../pipeline/write/pdf/preflight/open-pdf.js";
import { preflight } from "../../../../pipeline/write/pdf/preflight/preflight.js";
import { draw, name, soundPdf, strictProfile } from "./sheet.js";

const side = 16;
const size = `/W ${side} /H ${side} /BPC 8`;

/** An inline image of one colour, its bytes bare. */
const inline = (head: string, pixel: readonly number[]) =>
  `BI ${size} ${head} ID ${String.fromCharCode(...pixel).repeat(side * side)}\nEI`;

/** What preflight says of page 2 with a little more on it, drawn over a square of 40 points. */
async function saidOf(
  content: string,
  prepare?: (pdf: Awaited<ReturnType<typeof soundPdf>>) => void,
): Promise<{ most: number; said: Readonly<Record<string, readonly string[]>> }> {
  const pdf = await soundPdf();
  prepare?.(pdf);
  draw(pdf, 1, `q 40 0 0 40 60 60 cm ${content} Q`);
  const bytes = await pdf.save({ useObjectStreams: false });
  const facts = await openPdf(bytes);
  if (typeof facts === "string") throw new Error(facts);
  const how = { pictures: "none", onPage: async () => {} } as const;
  const report = await preflight(spooled(bytes), facts, await strictProfile(), how);
  const broken = report.rules.filter(({ breaches }) => breaches.length > 0);
  const said = broken.map(({ id, breaches }) => [id, breaches.map(({ detail }) => detail)]);
  return { most: Math.round(report.pages[1]?.ink?.most ?? 0), said: Object.fromEntries(said) };
}

const dark = [240, 220, 220, 200];

describe("an image within the content", () => {
  test("is measured as one that is an object of its own", async () => {
    expect((await saidOf(inline("/CS /CMYK", dark))).most).toBe(345);
    expect((await saidOf(inline("/CS /CMYK", [10, 20, 30, 0]))).most).toBe(80);
  });

  test("is measured through a table of colours, packings and names of its page", async () => {
    const table = inline("/CS [/I /CMYK 1 <00000000F0DCDCC8>]", [1]);
    expect((await saidOf(table)).most).toBe(345);
    const packed = `BI ${size} /CS /Own /F [/AHx /RL] ID ${"03F0DCDCC8".repeat(side * side)}80> EI`;
    const named = (pdf: Awaited<ReturnType<typeof soundPdf>>) =>
      name(pdf, 1, "ColorSpace", "Own", PDFName.of("DeviceCMYK"));
    expect((await saidOf(packed, named)).most).toBe(345);
  });

  test("is told where it is red, green and blue, and where it is coarse", async () => {
    const { said } = await saidOf(inline("/CS /RGB", [10, 200, 30]));
    expect(said.colours).toEqual([expect.stringMatching(/RGB/)]);
    expect(said["image-resolution"]).toEqual([expect.stringMatching(/29 pixels an inch/)]);
  });

  test("in a form and in a glyph is told, too", async () => {
    const { said } = await saidOf("/Form Do", (pdf) => {
      const form = { Type: "XObject", Subtype: "Form", BBox: [0, 0, 1, 1] };
      const stream = pdf.context.flateStream(inline("/CS /RGB", [1, 2, 3]), form);
      name(pdf, 1, "XObject", "Form", pdf.context.register(stream));
    });
    expect(said.colours).toEqual([expect.stringMatching(/RGB/)]);

    const pdf = await soundPdf();
    const { context } = pdf;
    const glyph = context.register(context.stream(`1 0 d0 ${inline("/CS /RGB", [1, 2, 3])}`));
    const font = context.obj({ Type: "Font", Subtype: "Type3", CharProcs: { a: glyph } });
    name(pdf, 1, "Font", "Bits", context.register(font));
    const facts = await openPdf(await pdf.save({ useObjectStreams: false }));
    if (typeof facts === "string") throw new Error(facts);
    const drawn = facts.dictionaries.find((each) => each.get(PDFName.of("Subtype")) === PDFName.of("Type3"));
    const images = drawn?.lookup(PDFName.of("Resources"), PDFDict).lookup(PDFName.of("XObject"), PDFDict);
    expect(
      images?.values().map((ref) => facts.pdf.context.lookup(ref, PDFStream).dict.get(PDFName.of("Width"))),
    ).toEqual([context.obj(side)]);
  });
});
