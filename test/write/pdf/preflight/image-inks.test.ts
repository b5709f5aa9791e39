import { PDFRawStream } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { spooled } from "../../../../pipeline/spooled.js";
import { openPdf } from "../../../../pipeline/write/pdf/preflight/open-pdf.js";
import { preflight } from "../../../../pipeline/write/pdf/preflight/preflight.js";
import { draw, name, soundPdf, strictProfile } from "./sheet.js";

const side = 40;
/** The ink of what else stands on the page, in per cent. */
const besides = 80;
const tint = { FunctionType: 4, Domain: [0, 1, 0, 1, 0, 1], Range: [0, 1, 0, 1, 0, 1, 0, 1] };
const lab = ["Lab", { WhitePoint: [0.9642, 1, 0.8249], Range: [-128, 127, -128, 127] }];

type Value = string | number | Value[] | { [key: string]: Value };

/** An image of one colour, as a stream's dictionary and the bytes of a row. */
interface Case {
  readonly space: Value;
  readonly row: readonly number[];
  readonly bits?: number;
  readonly more?: Record<string, Value>;
}

const repeated = (...pixel: readonly number[]) => Array.from({ length: side }, () => pixel).flat();

/** What preflight says of the ink of an image on page 2, and the inks of the page. */
async function inkOf({ space, row, bits = 8, more = {} }: Case) {
  const pdf = await soundPdf();
  const { context } = pdf;
  const form = { Type: "XObject", Subtype: "Image", Width: side, Height: side, BitsPerComponent: bits };
  const rows = Uint8Array.from(Array.from({ length: side }, () => row).flat());
  const dictionary = { ...form, ColorSpace: space, ...more };
  const image =
    "Filter" in more ? PDFRawStream.of(context.obj(dictionary), rows) : context.flateStream(rows, dictionary);
  name(pdf, 1, "XObject", "Image", context.register(image));
  draw(pdf, 1, `q ${side} 0 0 ${side} 60 60 cm /Image Do Q`);
  const bytes = await pdf.save({ useObjectStreams: false });
  const facts = await openPdf(bytes);
  if (typeof facts === "string") throw new Error(facts);
  const report = await preflight(spooled(bytes), facts, await strictProfile(), {
    pictures: "none",
    onPage: async () => {},
  });
  const said = report.rules.find(({ id }) => id === "ink-limit")?.breaches.map(({ detail }) => detail) ?? [];
  return { most: Math.round(report.pages[1]?.ink?.most ?? 0), inks: report.pages[1]?.ink?.inks, said };
}

const unmeasured = "an image is of a kind whose ink is not measured";

describe("the ink of images", () => {
  test("of 16 bits a component is measured", async () => {
    const row = repeated(240, 7, 220, 7, 220, 7, 200, 7);
    expect((await inkOf({ space: "DeviceCMYK", row, bits: 16 })).most).toBe(345);
  });

  test("of one bit a component is measured, and whichever way its numbers count", async () => {
    const row = Array.from({ length: side / 2 }, () => 0xff);
    expect((await inkOf({ space: "DeviceCMYK", row, bits: 1 })).most).toBe(400);
    const Decode = [1, 0, 1, 0, 1, 0, 1, 0];
    expect((await inkOf({ space: "DeviceCMYK", row, bits: 1, more: { Decode } })).most).toBe(besides);
  });

  test("in several inks is measured ink by ink, whatever their names", async () => {
    const space = ["DeviceN", ["Black", "None", "Gold"], "DeviceCMYK", tint];
    const found = await inkOf({ space, row: repeated(255, 255, 230) });
    expect(found.most).toBe(190);
    expect(found.inks).toEqual(["Cyan", "Magenta", "Yellow", "Black", "Gold"]);
  });

  test("in Lab is what the condition prints for it, also by a table", async () => {
    const dark = await inkOf({ space: lab, row: repeated(10, 128, 128) });
    expect(dark.most).toBeGreaterThan(290);
    expect(dark.said).toHaveLength(1);
    const light = await inkOf({ space: lab, row: repeated(250, 128, 128) });
    expect(light.most).toBeLessThan(110);
    const table = ["Indexed", lab, 0, "\n\x80\x80"];
    expect((await inkOf({ space: table, row: repeated(0) })).most).toBeGreaterThan(290);
  });

  test.each([
    ["in JPEG 2000", { space: "DeviceCMYK", row: [0], more: { Filter: "JPXDecode" } }],
    ["in a space that nobody knows", { space: ["Odd"], row: repeated(9, 9, 9) }],
    [
      "by a table of colours that nobody knows",
      { space: ["Indexed", ["Odd"], 0, "\n\n\n"], row: repeated(0) },
    ],
    [
      "whose numbers mean a part of the range",
      { space: "DeviceCMYK", row: repeated(9, 9, 9, 9), more: { Decode: [0, 0.5, 0, 1, 0, 1, 0, 1] } },
    ],
    [
      "whose words were predicted as words",
      {
        space: "DeviceCMYK",
        row: repeated(9, 9, 9, 9, 9, 9, 9, 9),
        bits: 16,
        more: { DecodeParms: { Predictor: 2 } },
      },
    ],
  ])("%s is not measured, and that is said", async (_, image) => {
    expect((await inkOf(image)).said).toEqual([unmeasured]);
  });
});
