import { PDFDocument } from "@cantoo/pdf-lib";
import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  HybridBinarizer,
  MultiFormatReader,
  RGBLuminanceSource,
} from "@zxing/library";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { coverProfile } from "../../../../pipeline/printer/cover-profile.js";
import type { PressProfile } from "../../../../pipeline/publication.js";
import { spooled } from "../../../../pipeline/spooled.js";
import { pageContent } from "../../../../pipeline/write/pdf/content/page-content.js";
import { layOutCover } from "../../../../pipeline/write/pdf/cover/layout.js";
import { preflight } from "../../../../pipeline/write/pdf/preflight/preflight.js";
import { placementsOf } from "../../../../pipeline/write/pdf/press/images/placements.js";
import { survey } from "../../../../pipeline/write/pdf/press/survey.js";
import { checkX } from "../../../../pipeline/write/pdf/x/check.js";
import { readXFacts } from "../../../../pipeline/write/pdf/x/facts.js";
import { openPdf, pagesOf } from "../../../support/pdf.js";
import { type Pixels, pixelAt, render } from "../../../support/render.js";
import { profileNamed, room, selfCovered } from "./sample.js";

const mm = (length: number) => (length * 72) / 25.4;
const dots = (length: number) => (length * 300) / 25.4;

const changes = {
  title: "A Book with a Spine",
  isbn: "9780306406157",
  price: "£14.99",
  publisher: "The House",
  series: { title: "Papers", number: "7" },
  description: "What the book is about, in a sentence.",
};

let pdf: PDFDocument;
let inside: PDFDocument;
let shown: PDFDocumentProxy;
let picture: Pixels;
let pages = 0;
let spine = 0;
let profile: PressProfile;
let bytes: Uint8Array;

beforeAll(async () => {
  // Thick paper: a short book with a spine of some width.
  profile = { ...(await profileNamed("offset-eu")), pageThickness: 0.8 };
  const made = await room.press({ profile, changes });
  expect(made.messages.map(({ ruleId }) => ruleId)).toEqual(["press-image", "press-image"]);
  expect(made.artifact).toMatchObject({ kind: "press-pdf", name: "a-book-with-a-spine-press.pdf" });
  expect(made.cover).toMatchObject({ kind: "cover-pdf", name: "a-book-with-a-spine-cover.pdf", pages: 1 });
  pages = made.artifact?.pages ?? 0;
  spine = 0.8 * pages + 0.5;
  bytes = made.cover?.file.read() ?? new Uint8Array();
  pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  inside = await PDFDocument.load(made.artifact?.file.read() ?? "", { updateMetadata: false });
  shown = await openPdf(bytes);
  picture = await render(shown, 1, 300);
}, 300_000);
afterAll(async () => {
  await shown?.destroy();
});

describe("a spine", () => {
  const side = { width: 152.4, height: 228.6 };
  const inches = (length: number) => length * 25.4;

  test.each([
    ["kdp", 200, inches(200 * 0.002252)],
    ["lulu", 222, inches(222 / 444 + 0.06)],
    ["ingramspark", 400, inches(1)],
    ["offset-eu", 200, 200 * 0.05175 + 0.5],
  ])("of %s is as wide as its paper makes it", async (name, count, width) => {
    const { cover, pageThickness } = await profileNamed(name);
    if (!cover) throw new Error("It has a cover");
    const layout = layOutCover(side, count, pageThickness, cover);
    expect(layout.spine).toBeCloseTo(width, 1);
    expect(layout.trim.width).toBeCloseTo(2 * side.width + layout.spine, 6);
  });

  test.each([
    ["kdp", 78, false],
    ["kdp", 79, false],
    ["kdp", 110, true],
    ["lulu", 78, false],
    ["lulu", 80, true],
    ["ingramspark", 46, false],
    ["ingramspark", 120, true],
    ["offset-eu", 60, false],
    ["offset-eu", 90, true],
  ])("of %s has words at %i pages: %s", async (name, count, has) => {
    const { cover, pageThickness } = await profileNamed(name);
    if (!cover) throw new Error("It has a cover");
    expect(layOutCover(side, count, pageThickness, cover).spineType !== undefined).toBe(has);
  });
});

describe("the sheet", () => {
  test("is the two sides and the spine of the final number of pages, with bleed all round", () => {
    const [page] = readXFacts(pdf).pages;
    const [left = 0, bottom = 0, right = 0, top = 0] = page?.boxes.TrimBox ?? [];
    expect([right - left, top - bottom]).toEqual([
      expect.closeTo(mm(340 + spine), 3),
      expect.closeTo(mm(240), 3),
    ]);
    const bleed = [left - mm(3), bottom - mm(3), right + mm(3), top + mm(3)];
    expect(page?.boxes.BleedBox).toEqual(bleed.map((each) => expect.closeTo(each, 3)));
  });

  test("is inked to the bleed on all four edges, and not a dot further, at 300 dpi", () => {
    const [far, low] = [dots(18 + 340 + spine - 6), dots(258 - 6)];
    const near = dots(6);
    const isWhite = (x: number, y: number) => pixelAt(picture, x, y).every((value) => value > 250);
    const white: string[] = [];
    const inked: string[] = [];
    for (let share = 0.03; share < 0.98; share += 0.01) {
      const x = near + share * (far - near);
      const y = near + share * (low - near);
      const edges = [
        ["left", near, y, 1, 0],
        ["right", far - 1, y, -1, 0],
        ["top", x, near, 0, 1],
        ["bottom", x, low - 1, 0, -1],
      ] as const;
      for (const [edge, atX, atY, dx, dy] of edges) {
        // One dot may be shared by both sides of the edge.
        if (isWhite(atX + dx, atY + dy)) white.push(`${edge} ${share.toFixed(2)}`);
        if (!isWhite(atX - 3 * dx, atY - 3 * dy)) inked.push(`${edge} ${share.toFixed(2)}`);
      }
    }
    // Marks stand beyond the bleed at some of these places.
    expect(white).toEqual([]);
    expect(inked.length).toBeLessThan(12);
  });

  test("bears marks at the corners of the trim and at both folds, outside of the bleed", () => {
    const darkest = (x: number, from: number, to: number) => {
      let value = 255;
      for (let y = from; y < to; y++)
        for (const d of [-1, 0, 1]) value = Math.min(value, pixelAt(picture, x + d, y)[0] ?? 255);
      return value;
    };
    for (const x of [9, 9 + 170, 9 + 170 + spine, 9 + 340 + spine]) {
      expect(darkest(dots(x), dots(1.5), dots(5.5))).toBeLessThan(128);
      expect(darkest(dots(x), dots(258 - 5.5), dots(258 - 1.5))).toBeLessThan(128);
    }
    expect(darkest(dots(9 + 100), dots(1.5), dots(5.5))).toBeGreaterThan(250);
  });

  test("keeps every rule of the standard that the pages keep", () => {
    expect(checkX(pdf, "PDF/X-4")).toEqual([]);
    expect(pdf.getTitle()).toBe("A Book with a Spine (Cover)");
  });

  test("passes the preflight of a cover to its printer's profile", async () => {
    const report = await preflight(
      spooled(bytes),
      readXFacts(await PDFDocument.load(bytes)),
      coverProfile(profile),
      {
        pictures: "none",
        onPage: async () => {},
      },
    );
    const failed = report.rules.filter(({ breaches }) =>
      breaches.some(({ gravity }) => gravity === "refusal"),
    );
    expect(failed).toEqual([]);
    expect(report.rules.length).toBeGreaterThan(40);
  });

  test("shows title, author, blurb, publisher, series and price, and the title on the spine", async () => {
    const [page] = await pagesOf(shown);
    for (const text of ["What the book is about", "The House", "PAPERS", "£14.99", "A. Author"])
      expect(page?.text.replace(/ /g, "").toUpperCase()).toContain(text.replace(/ /g, "").toUpperCase());
    const items = (await (await shown.getPage(1)).getTextContent()).items;
    // Read from the head to the foot: its baseline runs down.
    const turned = items.filter(
      (item) => "str" in item && Math.abs(item.transform[0]) < 0.01 && item.transform[1] < 0,
    );
    expect(turned.map((item) => ("str" in item ? item.str : "")).join("")).toContain("A Book with a Spine");
    const middle = (9 + 170 + spine / 2) * (72 / 25.4);
    for (const item of turned) {
      const x = "transform" in item ? item.transform[4] : 0;
      expect(Math.abs(x - middle)).toBeLessThan(mm(spine / 2 - 1));
    }
  });
});

describe("the bar code", () => {
  test("says the ISBN to a scanner, as it is printed", () => {
    const [across, down] = [Math.round(dots(9 + 170)), Math.round(dots(258 / 2))];
    const grey = new Uint8ClampedArray(across * down);
    for (let y = 0; y < down; y++)
      for (let x = 0; x < across; x++) grey[y * across + x] = pixelAt(picture, x, y + down)[1] ?? 255;
    const reader = new MultiFormatReader();
    reader.setHints(new Map([[DecodeHintType.POSSIBLE_FORMATS, [BarcodeFormat.EAN_13]]]));
    const found = reader.decode(
      new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, across, down))),
    );
    expect(found.getText()).toBe("9780306406157");
    // Its bars are 95 modules of 0.33 mm.
    const points = found.getResultPoints().map((point) => point.getX());
    expect((Math.max(...points) - Math.min(...points)) / dots(0.33)).toBeCloseTo(95, -1);
  });

  test("is drawn in black ink alone, on white, and not as pixels", () => {
    expect(placementsOf(survey(pdf))).toEqual([]);
    const content = pageContent(pdf.getPage(0));
    expect(content).toContain("0 0 0 0 k");
    expect(content).toContain("0 0 0 1 K");
  });
});

describe("a cover that is read from right to left, without an ISBN", () => {
  const hebrew = {
    title: "על נמלים",
    language: "he",
    identifier: "urn:uuid:0",
    publisher: "החוף",
    description: "רב החובל כתב ביומנו.",
  };
  let items: { x: number; y: number; str: string; turn: number }[] = [];
  let folds: readonly [number, number] = [0, 0];
  let content = "";
  beforeAll(async () => {
    const profile = { ...(await profileNamed("offset-eu")), pageThickness: 4 };
    const { artifact, cover } = await room.press({ markdown: "# אחת\n\nמילה.", profile, changes: hebrew });
    content = pageContent((await PDFDocument.load(cover?.file.read() ?? "")).getPage(0));
    const width = 4 * (artifact?.pages ?? 0) + 0.5;
    folds = [mm(9 + 170), mm(9 + 170 + width)];
    const set = await openPdf(cover?.file.read() ?? new Uint8Array());
    items = (await (await set.getPage(1)).getTextContent()).items.flatMap((item) =>
      "str" in item && item.str.trim() !== ""
        ? [{ x: item.transform[4], y: item.transform[5], str: item.str, turn: item.transform[1] }]
        : [],
    );
    await set.destroy();
  }, 120_000);

  test("has its front on the left and its back on the right", () => {
    const at = (text: string) => items.filter(({ str }) => str.includes(text)).map(({ x }) => x);
    expect(Math.max(...at("רב"))).toBeGreaterThan(folds[1]);
    expect(Math.min(...at("נמלים"))).toBeLessThan(folds[0]);
  });

  test("bears its spine's words from the head to the foot, their heads to the front", () => {
    const spine = items.filter(({ x }) => x > folds[0] && x < folds[1]);
    // The baseline of letters turned so runs up; words that run from right to left run down on it.
    expect(spine.every(({ turn }) => turn > 0)).toBe(true);
    const [title, publisher] = ["נמלים", "החוף"].map((text) => spine.find(({ str }) => str.includes(text)));
    expect(title?.y).toBeGreaterThan((publisher?.y ?? Number.POSITIVE_INFINITY) + mm(50));
  });

  test("has no bar code", () => {
    expect(content).not.toContain("0 0 0 0 k");
  });
});

test("the pages of a book with a separate cover do not hold it", () => {
  const [content, on] = [pageContent(inside.getPage(0)), pageContent(pdf.getPage(0))];
  const ground = "0.9 0.55 0.2 0.75 k";
  expect([on.includes(ground), content.includes(ground)]).toEqual([true, false]);
});

test.each([
  ["in one piece", "offset-eu"],
  ["on the first page", undefined],
])(
  "a soft picture on a cover %s is told at the line of publication.yaml",
  async (_, name) => {
    const cover = { image: "images/photo.jpg", alt: "Waves" };
    const markdown = "# One\n\nWords.\n";
    const made = await room.press({
      profile: name ?? (await selfCovered("offset-eu")),
      changes: { ...changes, cover },
      markdown,
    });
    const soft = made.messages.filter(({ ruleId }) => ruleId?.startsWith("press-image"));
    expect(soft.map(({ file, line }) => [file, line])).toEqual([["publication.yaml", 1]]);
  },
  120_000,
);
