import { describe, expect, test } from "vitest";
import { lead, pageGeometry, pixels } from "../../../../pipeline/write/pdf/print/page-geometry.js";

const trims = {
  report: { width: 170, height: 240 },
  a4: { width: 210, height: 297 },
  a5: { width: 148, height: 210 },
  letter: { width: 215.9, height: 279.4 },
  trade: { width: 152.4, height: 228.6 },
};

describe("page geometry", () => {
  test("gives the report a measure of 108 mm beside 22 mm at the spine, and 40 lines", () => {
    const page = pageGeometry(trims.report);
    expect(page.measure).toBe(Math.round(pixels(108)));
    expect(page.inner).toBe(Math.round(pixels(22)));
    expect(page.lines).toBe(40);
  });

  test.each(Object.entries(trims))("adds up on %s", (_, trim) => {
    const page = pageGeometry(trim);
    expect(page.top + page.lines * lead + page.bottom).toBeCloseTo(page.height, 6);
    expect(page.inner + page.measure + page.reach + page.edge).toBeLessThanOrEqual(page.width);
    expect(page.width - (page.inner + page.measure + page.reach + page.edge)).toBeLessThan(1);
    expect(page.bottom).toBeGreaterThan(page.top * 0.75);
  });

  test("never sets a line longer than 440 pixels, however broad the page", () => {
    expect(pageGeometry(trims.letter).measure).toBe(440);
    expect(pageGeometry(trims.a5).measure).toBeLessThan(pageGeometry(trims.report).measure);
  });
});
