import { type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, test } from "vitest";
import type { PressProfile } from "../../../../pipeline/publication.js";
import { spooled } from "../../../../pipeline/spooled.js";
import { preflight } from "../../../../pipeline/write/pdf/preflight/preflight.js";
import { type Preflight, verdictOf } from "../../../../pipeline/write/pdf/preflight/report.js";
import { inkRules, rules } from "../../../../pipeline/write/pdf/preflight/rules/index.js";
import { toMessages } from "../../../../pipeline/write/pdf/preflight/to-messages.js";
import { readXFacts } from "../../../../pipeline/write/pdf/x/facts.js";
import { breaks } from "./break.js";
import { draw, name, place, show, soundPdf, strictProfile, trim } from "./sheet.js";

let profile: PressProfile;
beforeAll(async () => {
  profile = await strictProfile();
});

/** Hold a document to the strict profile, or to what differs from it. */
async function held(pdf: PDFDocument, changes: Partial<PressProfile> = {}): Promise<Preflight> {
  const { trailerInfo } = pdf.context;
  const { Encrypt } = trailerInfo;
  delete trailerInfo.Encrypt;
  const bytes = await pdf.save({ useObjectStreams: false, addDefaultPage: false });
  if (Encrypt) trailerInfo.Encrypt = Encrypt;
  const work = { pictures: "none", onPage: async () => {} } as const;
  return preflight(spooled(bytes), readXFacts(pdf), { ...profile, ...changes }, work);
}

const ruleOf = ({ rules }: Preflight, wanted: string) =>
  rules.find(({ id }) => id === wanted)?.breaches ?? [];

const failing = (report: Preflight) =>
  report.rules.filter((rule) => verdictOf(rule) !== "pass").map(({ id }) => id);

const ids = [...inkRules, ...rules].map(({ id }) => id);

describe("the demands of a profile", () => {
  test("have names of their own, and something that breaks each", () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(breaks)).toEqual(ids);
  });

  test("are all made by the strict profile, and all kept by the sound file", async () => {
    const report = await held(await soundPdf());
    expect(report.rules.map(({ id }) => id)).toEqual(ids);
    expect(report.rules.filter((rule) => verdictOf(rule) !== "pass")).toEqual([]);
  });

  test.each(Object.entries(breaks))("%s is seen to be broken, and on which page", async (id, broken) => {
    const pdf = await soundPdf();
    broken.change(pdf);
    const report = await held(pdf, broken.profile);
    expect(failing(report)).toContain(id);
    const [breach] = ruleOf(report, id);
    expect((breach?.page ?? -1) + 1).toBe(broken.page);
  });
});

test("an image between what is wanted and what is refused asks for a look", async () => {
  const pdf = await soundPdf();
  place(pdf, 1, [0, 0, 0, 9], { pixels: 250, points: 72 });
  const report = await held(pdf);
  const rule = report.rules.find(({ id }) => id === "image-resolution");
  expect(rule?.breaches).toMatchObject([
    {
      gravity: "doubt",
      page: 1,
      detail: "an image of 250 × 250 pixels has 250 pixels an inch, at 25 × 25 mm",
    },
  ]);
  expect(rule && verdictOf(rule)).toBe("look");
  expect(toMessages(report).map(({ ruleId }) => ruleId)).toContain("press-image-soft");
});

test.each([
  ["bleed", "press-boxes"],
  ["colours", "press-colours"],
  ["hairline", "press-hairline"],
  ["image-resolution", "press-image"],
  ["ink-limit", "press-ink"],
  ["page-count", "press-pages"],
  ["forbidden-scripts", "press-refused"],
  ["text-margin", "press-text"],
])("a breach of %s is the message %s of a build", async (id, ruleId) => {
  const pdf = await soundPdf();
  breaks[id]?.change(pdf);
  expect(toMessages(await held(pdf)).map((message) => message.ruleId)).toContain(ruleId);
});

describe("ink", () => {
  const limit = async (change: (pdf: PDFDocument) => void) => {
    const pdf = await soundPdf();
    change(pdf);
    return held(pdf);
  };

  test("is measured where it lies, in points of the page", async () => {
    const report = await limit((pdf) => draw(pdf, 2, "0.9 0.8 0.8 0.5 k 60 60 40 40 re f"));
    const [breach] = ruleOf(report, "ink-limit");
    expect(breach).toMatchObject({
      gravity: "refusal",
      page: 2,
      detail: expect.stringMatching(/^300 % on 1\d\d mm²$/),
    });
    const wanted = [60, 60, 100, 100].map((at) => at + trim[0]);
    breach?.box?.forEach((side, i) => void expect(Math.abs(side - (wanted[i] ?? 0))).toBeLessThan(3));
    expect(report.pages[2]?.ink?.most).toBeCloseTo(300, 0);
    expect(report.pages[5]?.ink?.most).toBe(0);
  });

  test("adds up where it overprints, and not where it is knocked out", async () => {
    const surfaces = "0.9 0.9 0.6 0 k 60 60 40 40 re f /Over gs 0 0 0 1 k 60 60 40 40 re f";
    const state = (pdf: PDFDocument, on: boolean) =>
      name(pdf, 2, "ExtGState", "Over", pdf.context.obj({ OP: on, op: on, OPM: 1 }));
    const over = await limit((pdf) => {
      state(pdf, true);
      draw(pdf, 2, surfaces);
    });
    expect(over.pages[2]?.ink?.most).toBeCloseTo(340, 0);
    expect(ruleOf(over, "ink-limit")).toHaveLength(1);
    const out = await limit((pdf) => {
      state(pdf, false);
      draw(pdf, 2, surfaces);
    });
    expect(out.pages[2]?.ink?.most).toBeCloseTo(100, 0);
    expect(ruleOf(out, "ink-limit")).toEqual([]);
  });

  test("of dark images is found, plain ones and those in red, green and blue", async () => {
    const cmyk = await limit((pdf) => place(pdf, 1, [240, 220, 220, 200], { pixels: 400, points: 90 }));
    expect(ruleOf(cmyk, "ink-limit")).toMatchObject([{ page: 1 }]);
    expect(cmyk.pages[1]?.ink?.most).toBeCloseTo((880 / 255) * 100, 0);
    const rgb = await limit((pdf) => place(pdf, 1, [1, 2, 3], { pixels: 400, points: 90 }));
    expect(rgb.pages[1]?.ink?.most).toBeGreaterThan(300);
  });

  test("of gradients, forms and inks with names of their own is counted", async () => {
    const report = await limit((pdf) => {
      const { context } = pdf;
      const tint = { FunctionType: 2, Domain: [0, 1], N: 1, C0: [0, 0, 0, 0], C1: [0, 1, 1, 0] };
      name(pdf, 2, "ColorSpace", "Red", context.obj(["Separation", "Red", "DeviceCMYK", tint]));
      const ramp = { FunctionType: 2, Domain: [0, 1], N: 1, C0: [0, 0, 0, 0], C1: [1, 1, 1, 0.5] };
      const coords = [60, 60, 160, 60];
      name(
        pdf,
        2,
        "Shading",
        "Ramp",
        context.obj({ ShadingType: 2, ColorSpace: "DeviceCMYK", Coords: coords, Function: ramp }),
      );
      const form = context.flateStream("/Red cs 1 scn 0 0 50 50 re f", {
        Type: "XObject",
        Subtype: "Form",
        BBox: [0, 0, 50, 50],
      });
      form.dict.set(
        PDFName.of("Resources"),
        context.obj({ ColorSpace: { Red: ["Separation", "Red", "DeviceCMYK", tint] } }),
      );
      name(pdf, 2, "XObject", "Form", context.register(form));
      draw(pdf, 2, "q 60 60 100 30 re W n /Ramp sh Q q 1 0 0 1 60 120 cm /Form Do Q");
    });
    expect(report.pages[2]?.ink?.inks).toEqual(["Cyan", "Magenta", "Yellow", "Black", "Red"]);
    expect(report.pages[2]?.ink?.most).toBeGreaterThan(340);
    expect(ruleOf(report, "ink-limit")).toHaveLength(1);
  });

  test("outside of the bleed is nobody's: marks are in all inks", async () => {
    const report = await limit((pdf) => {
      const { node } = pdf.getPage(2);
      node.set(PDFName.of("MediaBox"), pdf.context.obj([-30, -30, 400, 570]));
      for (const page of [2, 5])
        draw(pdf, page, "1 1 1 1 k -35 -35 20 500 re f 1 1 1 1 K 0.25 w -30 60 m -9 60 l S");
    });
    expect(ruleOf(report, "ink-limit")).toEqual([]);
    expect(report.pages[5]?.ink).toMatchObject({ inks: [], most: 0 });
    expect(report.pages[2]?.ink?.inks).toEqual(["Cyan", "Magenta", "Yellow", "Black"]);
  });
});

test("the spine is at the right of odd pages where the file is read from right to left", async () => {
  const pdf = await soundPdf();
  const gutter: PressProfile["gutter"] = [{ pages: 100, least: 20 }];
  show(pdf, 2, "Near", "0 0 0 1 k", trim[0] + 40, 300, 9);
  expect(ruleOf(await held(pdf, { gutter }), "text-margin").map(({ page }) => page)).toContain(2);
  pdf.catalog.set(PDFName.of("ViewerPreferences"), pdf.context.obj({ Direction: "R2L" }));
  expect(ruleOf(await held(pdf, { gutter }), "text-margin").map(({ page }) => page)).not.toContain(2);
});

test("what is meant to be so is left alone", async () => {
  const pdf = await soundPdf();
  show(pdf, 2, "Large", "0.6 0.4 0.4 0.9 k", 60, 300, 40);
  show(pdf, 2, "Coloured", "0.9 0.6 0.2 0.1 k", 60, 250);
  draw(pdf, 2, "0 0 0 0 K 0.1 w 60 60 m 200 60 l S 0 0 0 1 k 60 80 100 0.3 re f");
  expect(failing(await held(pdf))).toEqual([]);
});
