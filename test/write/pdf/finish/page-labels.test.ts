import { describe, expect, test } from "vitest";
import type { Page } from "../../../../pipeline/publication.js";
import { labelRuns } from "../../../../pipeline/write/pdf/finish/page-labels.js";

function page(folio: string, index: number, more: Partial<Page> = {}): Page {
  return { index, folio, side: index % 2 === 0 ? "right" : "left", blank: false, partId: "a", ...more };
}

function pages(...folios: readonly string[]): Page[] {
  return folios.map((folio, index) => page(folio, index));
}

describe("page labels", () => {
  test("begin a run where the count breaks off or its numerals change", () => {
    expect(labelRuns(pages("i", "ii", "1", "2", "7", "8"), undefined, "Cover")).toEqual([
      { index: 0, style: "r", start: 1 },
      { index: 2, style: "D", start: 1 },
      { index: 4, style: "D", start: 7 },
    ]);
  });

  test("name the cover, not the blank page behind it", () => {
    const cover = [page("", 0), page("", 1, { blank: true }), page("1", 2, { partId: "b" })];
    expect(labelRuns(cover, "a", "Umschlag")).toEqual([
      { index: 0, start: 1, prefix: "Umschlag" },
      { index: 1, start: 1 },
      { index: 2, style: "D", start: 1 },
    ]);
  });

  test.each([
    ["iv", 4],
    ["ix", 9],
    ["xliv", 44],
    ["mcmxcix", 1999],
  ])("read %s as %i", (folio, start) => {
    expect(labelRuns(pages(folio), undefined, "")).toEqual([{ index: 0, style: "r", start }]);
  });

  test("are not made from what is no number", () => {
    expect(() => labelRuns(pages("A-1"), undefined, "")).toThrow("A-1");
  });
});
