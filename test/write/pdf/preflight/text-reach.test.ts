import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { spooled } from "../../../../pipeline/spooled.js";
import { plainMix } from "../../../../pipeline/write/pdf/preflight/inks/plain-mix.js";
import { preflight } from "../../../../pipeline/write/pdf/preflight/preflight.js";
import { openInPdfium } from "../../../../pipeline/write/pdf/preflight/raster/pdfium.js";
import { reachOfFonts } from "../../../../pipeline/write/pdf/preflight/scan/font-reach.js";
import { scan } from "../../../../pipeline/write/pdf/preflight/scan/scan.js";
import { readTrueType } from "../../../../pipeline/write/pdf/ua/read-true-type.js";
import { readXFacts } from "../../../../pipeline/write/pdf/x/facts.js";
import { strictProfile } from "./sheet.js";

const program = readFileSync(
  createRequire(import.meta.url).resolve("source-serif/TTF/SourceSerif4-Regular.ttf"),
);

/** Pages of 300 points with content, in a font as browsers write it (/F) and in one of the reader's own (/Own). */
async function pages(...contents: readonly string[]): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const { context } = pdf;
  const widths = Array.from({ length: 200 }, (_, glyph) => readTrueType(program)?.widthOf(glyph) ?? 0);
  const descendant = context.obj({
    Type: "Font",
    Subtype: "CIDFontType2",
    BaseFont: "Serif",
    CIDSystemInfo: { Registry: context.obj("Adobe"), Ordering: context.obj("Identity"), Supplement: 0 },
    CIDToGIDMap: "Identity",
    W: [0, widths],
    FontDescriptor: context.register(
      context.obj({
        Type: "FontDescriptor",
        FontName: "Serif",
        Flags: 4,
        FontBBox: [0, 0, 10, 10],
        FontFile2: context.register(context.flateStream(program)),
      }),
    ),
  });
  const face = context.register(
    context.obj({
      Type: "Font",
      Subtype: "Type0",
      BaseFont: "Serif",
      Encoding: "Identity-H",
      DescendantFonts: [context.register(descendant)],
      ToUnicode: context.register(
        context.stream(
          "1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <00ff> <0041> endbfrange",
        ),
      ),
    }),
  );
  const form = context.stream("BT /F 10 Tf 20 20 Td <0025> Tj ET", {
    Type: "XObject",
    Subtype: "Form",
    BBox: [0, 0, 300, 300],
    Resources: { Font: { F: face } },
  });
  const own = context.obj({
    Type: "Font",
    Subtype: "Type1",
    BaseFont: "Helvetica",
    Encoding: "WinAnsiEncoding",
  });
  const resources = context.obj({
    Font: { F: face, Own: own },
    XObject: { Form: context.register(form) },
    ExtGState: { Plain: { OP: true }, Large: { Font: [face, 90] } },
  });
  for (const content of contents) {
    const { node } = pdf.addPage([300, 300]);
    node.set(PDFName.of("TrimBox"), context.obj([0, 0, 300, 300]));
    node.set(PDFName.of("Resources"), resources);
    node.set(PDFName.of("Contents"), context.register(context.stream(content)));
  }
  return pdf;
}

async function read(...contents: readonly string[]) {
  const pdf = await pages(...contents);
  const { fonts, painted } = readXFacts(pdf);
  const bytes = await pdf.save({ useObjectStreams: false });
  return { texts: scan(painted, plainMix, reachOfFonts(fonts)).texts, bytes };
}

const inside = "BT /F 10 Tf 1 0 0 1 60 150 Tm <00250030004100500032> Tj ET";

test("text that is followed lies in its box, as the renderer sees it, and nearly fills it", async () => {
  const contents = [
    inside,
    "BT /F 10 Tf 60 150 Td [<0025>-400<0030>300<0041>] TJ 5 -20 Td <00500032> Tj <00500032>Tj ET",
    "BT /F 24 Tf 14 TL 60 150 Td (\\000\\045\0A) Tj T* [(\0%)5000(\0A\0\\()] TJ ET",
    "q .75 0 0 -.75 0 300 cm BT /F 16 Tf 1 0 0 -1 60 150 Tm (\0%\0A\0Q) Tj ET Q",
    "BT /F 10 Tf 0 1 -1 0 150 60 Tm /Plain gs 3 Tr <00250030004100500032> Tj ET",
    "BT /F 1 Tf 14 8 -8 14 60 150 Tm <00250030> Tj 1.5 -1 TD 0 Tc <00410050> Tj T* <0032> Tj ET",
  ];
  const sizes = [10, 10, 24, 12, 10, 16];
  const { texts, bytes } = await read(...contents);
  const rendering = await openInPdfium(spooled(bytes));
  for (const [page, box] of texts.entries()) {
    if (!box) throw new Error(`nobody is sure of page ${page}`);
    expect(rendering.charactersBeyond(page, box)).toEqual([]);
    for (const side of [0, 1, 2, 3]) {
      const near = (sizes[page] ?? 0) * (side < 2 ? 2.5 : -2.5);
      const less = box.map((at, i) => (i === side ? at + near : at)) as unknown as typeof box;
      expect(rendering.charactersBeyond(page, less)).not.toEqual([]);
    }
  }
  rendering.close();
});

test.each([
  ["a font that the file does not bring", "BT /Own 10 Tf 60 150 Td (words) Tj ET"],
  ["a font that is not named", "BT /Other 10 Tf 60 150 Td <0025> Tj ET"],
  ["a font of a graphics state", "BT /F 10 Tf /Large gs 60 150 Td <0025> Tj ET"],
  ["spaced characters", "BT /F 10 Tf 20 Tc 60 150 Td <00250030> Tj ET"],
  ["raised text", "BT /F 10 Tf 120 Ts 60 150 Td <0025> Tj ET"],
  ["stretched text", "BT /F 10 Tf 900 Tz 60 150 Td <0025> Tj ET"],
  ["the next line's operator", "BT /F 10 Tf 200 TL 60 150 Td <0025> ' ET"],
  ["text in a form", `${inside} /Form Do`],
  ["a drawing that is not there", `${inside} /Missing Do`],
  ["half of a code", "BT /F 10 Tf 60 150 Td <002500> Tj ET"],
  ["an octal that ends early", "BT /F 10 Tf 60 150 Td (\\0%\\0%) Tj ET"],
  ["a number in a form of its own", "BT /F 10 Tf 6e1 150 Td <0025> Tj ET"],
  ["a number too many", "BT /F 10 Tf 900 60 150 Td <0025> Tj ET"],
  ["a kern of two numbers", "BT /F 10 Tf 60 150 Td [<0025>-90-9000<0030>] TJ ET"],
  ["a state that is saved within text", "BT /F 10 Tf q 60 150 Td <0025> Tj Q <0025> Tj ET"],
  ["text outside of a text object", "/F 10 Tf <0025> Tj"],
])("%s is left to the renderer", async (_, content) => {
  const { texts } = await read(inside, content);
  expect(texts[0]).toBeDefined();
  expect(texts[1]).toBeUndefined();
});

test("text that reaches beyond is found, whoever follows it", async () => {
  const pdf = await pages(
    inside,
    "BT /F 10 Tf 200 150 Td [<0025>-9000<0030>] TJ ET",
    "BT /Own 10 Tf 285 150 Td (words) Tj ET",
    "BT /F 10 Tf 5 150 Td 3 Tr <00250030> Tj ET",
    `${inside} q 1 0 0 1 -20 -20 cm /Form Do Q`,
  );
  const bytes = await pdf.save({ useObjectStreams: false });
  const work = { pictures: "none", onPage: async () => {} } as const;
  const report = await preflight(spooled(bytes), readXFacts(pdf), await strictProfile(), work);
  const breaches = report.rules.find(({ id }) => id === "text-margin")?.breaches ?? [];
  expect([...new Set(breaches.map(({ page }) => page))]).toEqual([1, 2, 3, 4]);
});
