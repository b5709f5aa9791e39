import { PDFDocument, PDFName, PDFRawStream, PDFStream } from "@cantoo/pdf-lib";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Spooled } from "../../../../pipeline/publication.js";
import { pageContent } from "../../../../pipeline/write/pdf/content/page-content.js";
import { loadPrinted } from "../../../../pipeline/write/pdf/finish/load-printed.js";
import { placementsOf } from "../../../../pipeline/write/pdf/press/images/placements.js";
import { survey } from "../../../../pipeline/write/pdf/press/survey.js";
import { checkX } from "../../../../pipeline/write/pdf/x/check.js";
import { readXFacts } from "../../../../pipeline/write/pdf/x/facts.js";
import { cellsOf } from "../../../support/cells.js";
import { objectsOf } from "../../../support/objects-of.js";
import { openPdf } from "../../../support/pdf.js";
import { png } from "../../../support/png.js";
import { pixelAt, render } from "../../../support/render.js";
import { jpeg } from "../../../support/wave-jpeg.js";
import { colourfulCss, room, selfCovered, transparentCss } from "./sample.js";

const css = colourfulCss + transparentCss;
let pdf: PDFDocument;
let shown: PDFDocumentProxy;
let screen: PDFDocumentProxy;
let opaque: PDFDocument;

const load = (bytes: Uint8Array | undefined) => {
  if (!bytes) throw new Error("Nothing was written");
  return PDFDocument.load(bytes, { updateMetadata: false });
};

beforeAll(async () => {
  const written = await room.press({ profile: await selfCovered("offset-eu"), css });
  // Its photograph is small, and so is its grey picture.
  expect(written.messages.map(({ ruleId, file, line }) => `${file}:${line} ${ruleId}`)).toEqual([
    "one.md:17 press-image",
    "one.md:21 press-image",
  ]);
  expect(written.artifact).toMatchObject({ kind: "press-pdf", name: "in-memory-press.pdf", pages: 10 });
  pdf = await load(written.artifact?.file.read());
  const plain = await room.press({ profile: await selfCovered("ingramspark"), css: colourfulCss });
  for (const { artifact } of [written, plain]) if (artifact) files.push(artifact.file);
  shown = await openPdf(written.artifact?.file.read() ?? new Uint8Array());
  const beside = await room.screen({ profile: await selfCovered("offset-eu"), css: colourfulCss });
  screen = await openPdf(beside.artifact?.file.read() ?? new Uint8Array());
  opaque = await load(plain.artifact?.file.read());
}, 300_000);
/** A PDF/X-4 with packed objects, and one with plain ones. */
const files: Spooled[] = [];

test("what quoin writes is read by its table as the library reads it, byte by byte", async () => {
  expect(files).toHaveLength(2);
  for (const file of files) {
    const { context: theirs } = await load(file.read());
    // What objects lie in, and the table of them, the library takes for objects, too.
    const isPacking = (text: string) => /\/Type \/(?:ObjStm|XRef)\b/.test(text);
    const { context: ours } = await loadPrinted(file);
    expect(objectsOf(ours)).toEqual(objectsOf(theirs).filter((text) => !isPacking(text)));
    expect(`${ours.header} ${ours.trailerInfo.ID}`).toBe(`${theirs.header} ${theirs.trailerInfo.ID}`);
  }
});

afterAll(async () => {
  await shown?.destroy();
  await screen?.destroy();
});

const mm = (length: number) => (length * 72) / 25.4;

describe("the sheet of offset-eu", () => {
  test("has exact boxes on every page: the trim, 3 mm of bleed, and room for marks", () => {
    for (const { boxes } of readXFacts(pdf).pages) {
      const [left, bottom, right, top] = boxes.TrimBox ?? [0, 0, 0, 0];
      expect([right - left, top - bottom]).toEqual([expect.closeTo(mm(170), 3), expect.closeTo(mm(240), 3)]);
      const bleed = [left - mm(3), bottom - mm(3), right + mm(3), top + mm(3)];
      expect(boxes.BleedBox).toEqual(bleed.map((each) => expect.closeTo(each, 3)));
      expect(boxes.MediaBox).toEqual([
        0,
        0,
        expect.closeTo(mm(170 + 18), 3),
        expect.closeTo(mm(240 + 18), 3),
      ]);
    }
  });

  test("carries colour to the bleed on all four edges, and not a dot further, at 300 dpi", async () => {
    const page = await render(shown, 1, 300);
    const dots = (length: number) => (length * 300) / 25.4;
    const [near, far] = [dots(6), [dots(188 - 6), dots(258 - 6)] as const];
    const isWhite = (x: number, y: number) => pixelAt(page, x, y).every((value) => value > 250);
    const white: string[] = [];
    const inked: string[] = [];
    // Along each edge, away from the marks in its middle and at its corners.
    for (let share = 0.12; share < 0.9; share += 0.02) {
      if (Math.abs(share - 0.5) < 0.05) continue;
      const x = near + share * (far[0] - near);
      const y = near + share * (far[1] - near);
      const edges = [
        ["left", near, y, 1, 0],
        ["right", far[0] - 1, y, -1, 0],
        ["top", x, near, 0, 1],
        ["bottom", x, far[1] - 1, 0, -1],
      ] as const;
      for (const [edge, atX, atY, dx, dy] of edges) {
        // One dot may be shared by both sides of the edge.
        if (isWhite(atX + dx, atY + dy)) white.push(`${edge} ${share.toFixed(2)}`);
        if (!isWhite(atX - 2 * dx, atY - 2 * dy)) inked.push(`${edge} ${share.toFixed(2)}`);
      }
    }
    expect({ white, inked }).toEqual({ white: [], inked: [] });
  });

  test("bears crop marks in line with the trim, outside of the bleed", async () => {
    const page = await render(shown, 7, 300);
    const dots = (length: number) => (length * 300) / 25.4;
    const darkest = (x: number, y: number) =>
      Math.min(
        ...[-1, 0, 1].flatMap((d) => [pixelAt(page, x + d, y)[0] ?? 255, pixelAt(page, x, y + d)[0] ?? 255]),
      );
    // The trim begins 9 mm from the sheet's edge, the bleed 6 mm; marks reach from 1 to 6 mm.
    expect(darkest(dots(9), dots(3))).toBeLessThan(128);
    expect(darkest(dots(3), dots(9))).toBeLessThan(128);
    expect(darkest(dots(9), dots(7.5))).toBeGreaterThan(250);
    expect(darkest(dots(94), dots(3.5))).toBeLessThan(128);
  });
});

describe("colour", () => {
  test("is nowhere RGB, and the file keeps every rule of PDF/X-4", () => {
    expect(checkX(pdf, "PDF/X-4")).toEqual([]);
  });

  test("of text in the theme's ink is black alone, and overprints", () => {
    const content = pageContent(pdf.getPage(8));
    expect(content).toContain("0 0 0 1 k");
    expect(content).toMatch(/\/QuoinOverprint gs\s+[[(]/);
    // A line is one string, where Chromium has an operator for each glyph.
    expect(content).not.toMatch(/^[-\d.]+ 0 Td <[0-9A-F]{4}> Tj$/m);
    const state = pdf.getPage(8).node.Resources()?.lookup(PDFName.of("ExtGState"))?.toString() ?? "";
    expect(state).toMatch(/\/QuoinOverprint\s*<<[^>]*\/OP true[^>]*\/op true[^>]*\/OPM 1/s);
  });

  test("of the palette is what the theme says", () => {
    expect(pageContent(pdf.getPage(6))).toContain(".12 .92 .9 .35 k".replace(/(^| )\./g, "$10."));
    expect(pageContent(pdf.getPage(0))).toContain("0.9 0.55 0.2 0.75 k");
  });

  test("of a gradient is sampled through the ICC profile, and of a mask grey", () => {
    const { shadings } = survey(pdf);
    const spaces = [...shadings].map(
      ([shading, use]) =>
        `${use} ${(shading instanceof PDFStream ? shading.dict : shading).lookup(PDFName.of("ColorSpace"))}`,
    );
    expect(spaces.sort()).toEqual(["ink /DeviceCMYK", "ink /DeviceCMYK", "mask /DeviceGray"]);
  });

  test("of a photograph stays within the ink limit, in a JPEG of its size", async () => {
    const [photo] = placementsOf(survey(pdf)).filter(
      ({ image }) => `${image.dict.lookup(PDFName.of("Filter"))}` === "/DCTDecode",
    );
    expect(photo?.image.dict.lookup(PDFName.of("ColorSpace"))).toBe(PDFName.of("DeviceCMYK"));
    expect(`${photo?.image.dict.lookup(PDFName.of("Width"))}`).toBe("600");
    const { loadVips } = await import("../../../../pipeline/write/pdf/press/colour/vips.js");
    const vips = await loadVips();
    const bytes = photo?.image instanceof PDFRawStream ? photo.image.contents : new Uint8Array();
    // Inks as they are written, counted from full down.
    const pixels = vips.Image.newFromBuffer(bytes).writeToMemory();
    let most = 0;
    for (let at = 0; at < pixels.length; at += 4)
      most = Math.max(
        most,
        [0, 1, 2, 3].reduce((sum, ink) => sum + (pixels[at + ink] ?? 0), 0),
      );
    // A JPEG keeps a limit but for its rounding.
    expect(most / 2.55).toBeLessThan(312);
    expect(most / 2.55).toBeGreaterThan(150);
  });

  test("of a grey picture is black alone", () => {
    const spaces = placementsOf(survey(pdf)).map(
      ({ image }) => `${image.dict.lookup(PDFName.of("ColorSpace"))}`,
    );
    expect(spaces).toEqual(["/DeviceCMYK", "/DeviceGray"]);
  });
});

describe("PDF/X-1a", () => {
  test("is kept where nothing is transparent, with a blank last page", () => {
    expect(checkX(opaque, "PDF/X-1a")).toEqual([]);
    expect(pageContent(opaque.getPage(opaque.getPageCount() - 1))).not.toMatch(/Tj|Do/);
  });

  test("is refused where something is, at the manuscript's line", async () => {
    const { artifact, messages } = await room.press({
      profile: await selfCovered("ingramspark"),
      css: transparentCss,
    });
    expect(artifact).toBeUndefined();
    const ruleId = "press-transparency";
    expect(messages.map(({ ruleId, file, line }) => ({ ruleId, file, line }))).toEqual([
      { ruleId, file: "one.md", line: 4 },
      { ruleId, file: "one.md", line: 11 },
    ]);
    // Its words are in a form that the page draws.
    expect(messages[0]?.reason).toContain("“Half of it can be seen.”");
    expect(messages[0]?.reason).toContain("PDF/X-1a allows none");
  });
});

test("a photograph that ends too early is named at its line of the manuscript", async () => {
  const whole = await jpeg(600, 400);
  // Its head is sound, and so is its end.
  const half = Buffer.concat([whole.subarray(0, whole.length / 2), Buffer.from([0xff, 0xd9])]);
  const { artifact, messages } = await room.press({
    profile: await selfCovered("offset-eu"),
    images: { "images/photo.jpg": half, "images/grey.png": png(20, 10) },
  });
  expect(artifact).toBeUndefined();
  expect(messages.map(({ ruleId, file, line }) => ({ ruleId, file, line }))).toEqual([
    { ruleId: "image-damaged", file: "one.md", line: 17 },
  ]);
});

test("press pages look as screen pages do, but for the conversion", async () => {
  const cells = async (from: PDFDocumentProxy, number: number, inset: number) =>
    cellsOf(await render(from, number, 72), mm(170), mm(240), inset);
  const plain = await room.press({ profile: await selfCovered("offset-eu"), css: colourfulCss });
  const pressed = await openPdf(plain.artifact?.file.read() ?? new Uint8Array());
  try {
    const far: string[] = [];
    for (let number = 1; number <= screen.numPages; number++) {
      const [a, b] = [await cells(screen, number, 0), await cells(pressed, number, mm(9))];
      // Inks of a screen's blue are far darker than it; a line set elsewhere, or a picture upside down, differs by more.
      a.forEach((value, i) => {
        if (Math.abs(value - (b[i] ?? 0)) > 70) far.push(`page ${number}, cell ${i}: ${value} and ${b[i]}`);
      });
    }
    expect(far).toEqual([]);
  } finally {
    await pressed.destroy();
  }
});

test("no press PDF is made of pages that lack a word", async () => {
  const lacking = await room.press({
    profile: await selfCovered("offset-eu"),
    markdown: "# One\n\nAll of these words go to the printer.\n\nAnd so do these.\n",
    printed: (html) => html.replace(" to the printer", ""),
  });
  expect(lacking.artifact).toBeUndefined();
  expect(lacking.messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([["text-lost", 3]]);
  expect(lacking.messages[0]?.reason).toMatch(/^“to the printer/);
});
