import { beforeAll, describe, expect, test } from "vitest";
import type { PressProfile } from "../../../../pipeline/publication.js";
import { preflight } from "../../../../pipeline/write/pdf/preflight/preflight.js";
import { type Preflight, verdictOf } from "../../../../pipeline/write/pdf/preflight/report.js";
import { rules } from "../../../../pipeline/write/pdf/preflight/rules/index.js";
import { readXFacts } from "../../../../pipeline/write/pdf/x/facts.js";
import { breaks } from "./break.js";
import { place, soundPdf, strictProfile } from "./sheet.js";

let profile: PressProfile;
beforeAll(async () => {
  profile = await strictProfile();
});

const failing = (report: Preflight) =>
  report.rules.filter((rule) => verdictOf(rule) !== "pass").map(({ id }) => id);

describe("the demands of a profile", () => {
  test("have names of their own, and something that breaks each", () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(breaks)).toEqual(ids);
  });

  test("are all made by the strict profile, and all kept by the sound file", async () => {
    const report = preflight(readXFacts(await soundPdf()), profile);
    expect(report.rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    expect(report.rules.filter((rule) => verdictOf(rule) !== "pass")).toEqual([]);
  });

  test.each(Object.entries(breaks))("%s is seen to be broken, and on which page", async (id, broken) => {
    const pdf = await soundPdf();
    broken.change(pdf);
    const report = preflight(readXFacts(pdf), profile);
    expect(failing(report)).toContain(id);
    const [breach] = report.rules.find((rule) => rule.id === id)?.breaches ?? [];
    expect((breach?.page ?? -1) + 1).toBe(broken.page);
  });
});

test("an image between what is wanted and what is refused asks for a look", async () => {
  const pdf = await soundPdf();
  place(pdf, 1, [0, 0, 0, 9], { pixels: 250, points: 72 });
  const report = preflight(readXFacts(pdf), profile);
  const rule = report.rules.find(({ id }) => id === "image-resolution");
  expect(rule?.breaches).toMatchObject([
    {
      gravity: "doubt",
      page: 1,
      detail: "an image of 250 × 250 pixels has 250 pixels an inch, at 25 × 25 mm",
    },
  ]);
  expect(rule && verdictOf(rule)).toBe("look");
});
