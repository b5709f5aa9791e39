import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFStream } from "@cantoo/pdf-lib";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadProfile } from "../../pipeline/edges/load-profile.js";
import type { PressProfile } from "../../pipeline/publication.js";
import { streamText } from "../../pipeline/write/pdf/content/page-content.js";
import { placementsOf } from "../../pipeline/write/pdf/press/images/placements.js";
import { survey } from "../../pipeline/write/pdf/press/survey.js";
import { checkX } from "../../pipeline/write/pdf/x/check.js";
import { readXFacts } from "../../pipeline/write/pdf/x/facts.js";
import { openPdf } from "../support/pdf.js";
import { pixelAt, render } from "../support/render.js";
import { reportTheme } from "../support/report-theme.js";
import { colourfulCss, type Made, profileNamed, room } from "../write/pdf/press/sample.js";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "quoin-test-")));
const names = ["offset-eu", "kdp", "ingramspark", "lulu", "office"] as const;
type Name = (typeof names)[number];

interface Built {
  readonly profile: PressProfile;
  readonly made: Made;
  readonly pdf: PDFDocument;
  readonly shown: PDFDocumentProxy;
}
const built = new Map<string, Built>();
const builtFor = (name: string): Built => {
  const found = built.get(name);
  if (!found) throw new Error(`Nothing was built for ${name}`);
  return found;
};

/** Publications in which no page may be smaller than its bleed: every sheet is coloured. */
const everySheet = ".pagedjs_sheet { background: #e9b872 }";

beforeAll(async () => {
  for (const name of names) await build(name, await profileNamed(name), colourfulCss);
  // A house's own profile with its own ICC profile, and a gutter with a step that the pages cross.
  const icc = Buffer.from(
    readFileSync(new URL("../../assets/printers/FOGRA39L_coated.icc", import.meta.url)),
  );
  icc.write("HOUSE39L", icc.indexOf("FOGRA39L"), "latin1");
  mkdirSync(join(folder, "press"));
  writeFileSync(
    join(folder, "press/house.yaml"),
    `title: The House's press
output: {icc: house.icc, condition: HOUSE, intent: relative, blackPoint: compensate}
bleed: {top: 4mm, bottom: 3mm, outside: 2mm, spine: 1mm}
marks: []
gutter: [{pages: 6, least: 10mm}, {pages: 2000, least: 40mm}]
pages: {multipleOf: 4, least: 4, most: 800, lastBlank: true}
cover: null
`,
  );
  writeFileSync(join(folder, "press/house.icc"), icc);
  const { profile, messages } = await loadProfile("press/house.yaml", folder, {
    file: "publication.yaml",
    line: 1,
    column: 1,
  });
  if (!profile) throw new Error(messages.join("\n"));
  await build("house", profile, everySheet);
  await build("thin", profile, everySheet, "# One\n\nA word.");
}, 300_000);
afterAll(async () => {
  for (const { shown } of built.values()) await shown.destroy();
  rmSync(folder, { recursive: true });
});

async function build(name: string, profile: PressProfile, css: string, markdown?: string): Promise<void> {
  const theme = await reportTheme();
  const inks = { ...theme.inks, accent: { cmyk: [12, 92, 90, 35], spot: "PANTONE 1807 C" } as const };
  const made = await room.press({ profile, css, theme: { inks }, ...(markdown && { markdown }) });
  if (!made.artifact) throw new Error(made.messages.join("\n"));
  const bytes = made.artifact.file.read();
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  built.set(name, { profile, made, pdf, shown: await openPdf(bytes) });
}

const mm = (length: number) => (length * 72) / 25.4;
const sideOf = (page: number) => (page % 2 === 0 ? "right" : "left");

describe.each([...names, "house"])("what is built for %s", (name) => {
  test("has no problem but those of so short a book, with such small pictures and black words on gradients", () => {
    const { messages } = builtFor(name).made;
    const others = messages.filter(
      ({ ruleId }) => !/^press-(?:image|image-soft|ink|pages|hairline|text)$/.test(`${ruleId}`),
    );
    expect(others.map(String)).toEqual([]);
  });

  test("has exact boxes on every page, by the edge that is bound", () => {
    const { profile, pdf } = builtFor(name);
    const { bleed, marks } = profile;
    readXFacts(pdf).pages.forEach(({ boxes }, index) => {
      const [left, right] =
        sideOf(index) === "left" ? [bleed.outside, bleed.spine] : [bleed.spine, bleed.outside];
      const { TrimBox: trim = [0, 0, 0, 0], BleedBox: bleeds, MediaBox: media } = boxes;
      expect([trim[2] - trim[0], trim[3] - trim[1]]).toEqual([
        expect.closeTo(mm(170), 3),
        expect.closeTo(mm(240), 3),
      ]);
      const expected = [
        trim[0] - mm(left),
        trim[1] - mm(bleed.bottom),
        trim[2] + mm(right),
        trim[3] + mm(bleed.top),
      ];
      expect(bleeds).toEqual(expected.map((each) => expect.closeTo(each, 3)));
      // Only marks need paper beyond the bleed.
      if (marks.length === 0) expect(media).toEqual(bleeds);
      else expect(media?.[2]).toBeCloseTo(mm(170 + 18), 3);
    });
  });

  test("has as many pages as are asked for, and a blank one at the end where it is", () => {
    const { profile, pdf, made } = builtFor(name);
    const count = pdf.getPageCount();
    expect([count % profile.pages.multipleOf, made.artifact?.pages]).toEqual([0, count]);
    const { operations = [] } = survey(pdf).pages.at(-1) ?? {};
    const paints = operations.some(({ name: each }) => /^(?:Tj|TJ|Do|sh|f\*?|B\*?|S)$/.test(each));
    if (profile.pages.lastBlank) expect(paints).toBe(false);
  });

  test("keeps text out of the gutter", async () => {
    const { profile, shown, pdf } = builtFor(name);
    const least = profile.gutter.find(({ pages }) => shown.numPages <= pages)?.least ?? 0;
    const facts = readXFacts(pdf).pages;
    const near: string[] = [];
    // The first page may be a cover, which has none.
    for (let number = 2; number <= shown.numPages; number++) {
      const [left = 0, , right = 0] = facts[number - 1]?.boxes.TrimBox ?? [];
      for (const item of (await (await shown.getPage(number)).getTextContent()).items) {
        if (!("str" in item) || item.str.trim() === "") continue;
        const x = item.transform[4] as number;
        const room = sideOf(number - 1) === "right" ? x - left : right - x - item.width;
        if (room < mm(least) - 0.5) near.push(`${number}: ${item.str}`);
      }
    }
    expect(near).toEqual([]);
  });
});

describe("inks", () => {
  const operators: Readonly<Record<Name, RegExp>> = {
    "offset-eu": /^(?:k|K|cs|CS|scn|SCN)$/,
    kdp: /^(?:k|K)$/,
    ingramspark: /^(?:k|K)$/,
    lulu: /^(?:g|G|rg|RG)$/,
    office: /^(?:g|G)$/,
  };
  const images: Readonly<Record<Name, readonly string[]>> = {
    "offset-eu": ["/DeviceCMYK", "/DeviceGray"],
    kdp: ["/DeviceCMYK", "/DeviceGray"],
    ingramspark: ["/DeviceCMYK", "/DeviceGray"],
    // sRGB by its own profile, as the browser wrote it.
    lulu: ["/ICCBased", "/DeviceGray"],
    office: ["/DeviceGray", "/DeviceGray"],
  };

  test.each(names)("of %s are its own in all content, and in all images", (name) => {
    const { pdf } = builtFor(name);
    const { pages, pieces, shadings } = survey(pdf);
    const used = [...pages, ...pieces.values()]
      .flatMap(({ operations }) => operations)
      .filter(({ name: each }) => /^(?:[gGkK]|rg|RG|cs|CS|scn?|SCN?)$/.test(each))
      // Gradients are patterns; in which colours they run, the shading says.
      .filter(({ operands }) => !/^\/P/.test(operands[0] ?? ""))
      .map((each) => each.name);
    expect([...new Set(used)].filter((each) => !operators[name].test(each))).toEqual([]);
    const spaces = [...shadings.keys()].map(
      (shading) =>
        `${(shading instanceof PDFStream ? shading.dict : shading).lookup(PDFName.of("ColorSpace"))}`,
    );
    expect([...new Set(spaces)]).toEqual([images[name][0]?.replace("ICCBased", "DeviceRGB")]);
    const ofImages = placementsOf(survey(pdf)).map(
      ({ image }) => `${image.dict.lookup(PDFName.of("ColorSpace"))}`,
    );
    expect(ofImages.map((each) => /\/\w+/.exec(each)?.[0])).toEqual(images[name]);
  });

  test.each(names.filter((name) => name !== "lulu"))("of %s are nowhere RGB", (name) => {
    const rgb = checkX(builtFor(name).pdf, "PDF/X-4").filter(({ id }) => id.startsWith("rgb"));
    expect(rgb).toEqual([]);
  });

  test("of a palette's spot colour are a Separation with its CMYK beside it, where the printer takes it", () => {
    const { pdf } = builtFor("offset-eu");
    const content = survey(pdf).pages.map(({ stream }) => stream);
    const page = content.findIndex((stream) => stream.includes("/QuoinPANTONE1807C cs 1 scn"));
    expect(page).toBeGreaterThan(0);
    const spaces = pdf.getPage(page).node.Resources()?.lookup(PDFName.of("ColorSpace"), PDFDict);
    const space = `${spaces?.lookup(PDFName.of("QuoinPANTONE1807C"))}`;
    expect(space).toMatch(/\/Separation\s+\/PANTONE#201807#20C\s+\/DeviceCMYK/);
    expect(space).toMatch(/\/C1 \[ 0?\.12 0?\.92 0?\.9 0?\.35 \]/);
  });

  test("of a palette's spot colour are its CMYK, where the printer takes none", () => {
    const content = survey(builtFor("kdp").pdf).pages.map(({ stream }) => stream);
    expect(content.join("\n")).toContain("0.12 0.92 0.9 0.35 k");
    expect(content.join("\n")).not.toContain("PANTONE");
  });
});

describe("a house's own profile", () => {
  test("brings its ICC profile into the file", () => {
    const { pdf, profile } = builtFor("house");
    expect(profile.output?.condition).toBe("HOUSE");
    const [intent] = pdf.catalog.lookup(PDFName.of("OutputIntents"), PDFArray).asArray();
    const icc = pdf.context.lookup(intent, PDFDict).lookup(PDFName.of("DestOutputProfile"));
    expect(icc instanceof PDFStream && streamText(icc)).toContain("HOUSE39L");
    expect(checkX(pdf, "PDF/X-4")).toEqual([]);
  });

  test("has its pages set again where their number crosses a step of its gutter", async () => {
    const inner = async (name: string): Promise<number> => {
      const { shown, pdf } = builtFor(name);
      const last = 5;
      const [left = 0] = readXFacts(pdf).pages[last - 1]?.boxes.TrimBox ?? [];
      const { items } = await (await shown.getPage(last)).getTextContent();
      const words = items.filter((item) => "str" in item && item.str.trim() !== "");
      return Math.min(...words.map((item) => ("str" in item ? item.transform[4] : 0) - left)) / mm(1);
    };
    expect(builtFor("thin").pdf.getPageCount()).toBeLessThan(builtFor("house").pdf.getPageCount());
    expect(await inner("house")).toBeGreaterThan(39.5);
  });

  test("is inked to the bleed on all four edges of every page, at 300 dpi", async () => {
    const { shown, pdf } = builtFor("thin");
    const white: string[] = [];
    for (let number = 1; number <= shown.numPages; number++) {
      const { operations = [] } = survey(pdf).pages[number - 1] ?? {};
      if (!operations.some(({ name }) => name === "f")) continue;
      const page = await render(shown, number, 300);
      const { width, height } = page;
      for (let share = 0.01; share < 1; share += 0.01) {
        const [x, y] = [share * width, share * height];
        // The sheet is no whole number of dots: the last may be shared with what lies beyond.
        const edges = { left: [1, y], right: [width - 3, y], top: [x, 1], bottom: [x, height - 3] } as const;
        for (const [edge, [atX, atY]] of Object.entries(edges))
          if (pixelAt(page, atX, atY).every((value) => value > 250)) white.push(`${number} ${edge}`);
      }
    }
    expect(white).toEqual([]);
  });
});
