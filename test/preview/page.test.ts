import { describe, expect, test } from "vitest";
import { changedRows } from "../../pipeline/preview/page/changed-rows.js";
import { pageAt, placeOf } from "../../pipeline/preview/page/place.js";
import { spreadsOf } from "../../pipeline/preview/page/spreads.js";
import type { ShownPage } from "../../pipeline/preview/state.js";

describe("rows that changed", () => {
  const picture = (...rows: readonly string[]) =>
    new Uint32Array([...rows.join("")].map((letter) => letter.charCodeAt(0)));
  const before = picture("....", "ab..", "..c.", "....");

  test("are those from the first that differs to the last", () => {
    expect(changedRows(before, picture("....", "ab.x", "....", "...."), 4)).toEqual({ from: 0.25, to: 0.75 });
    expect(changedRows(before, picture("....", "ab..", "..c.", "...x"), 4)).toEqual({ from: 0.75, to: 1 });
  });

  test("are none where nothing does", () => {
    expect(changedRows(before, before.slice(), 4)).toBeUndefined();
  });
});

const sides = (text: string) =>
  [...text].map((letter) => ({ side: letter === "l" ? "left" : "right" }) as const);

describe("spreads", () => {
  test.each([
    ["", []],
    ["r", [{ right: 0 }]],
    ["rlrl", [{ right: 0 }, { left: 1, right: 2 }, { left: 3 }]],
    // From right to left the first page is a left one.
    ["lrlr", [{ left: 0 }, { right: 1, left: 2 }, { right: 3 }]],
    // A part that was set alone may begin on the side where the part before it ended.
    ["rlrrl", [{ right: 0 }, { left: 1, right: 2 }, { right: 3 }, { left: 4 }]],
  ])("of %s", (text, spreads) => {
    expect(spreadsOf(sides(text))).toEqual(spreads);
  });
});

const pagesOf = (...parts: readonly string[]): ShownPage[] =>
  parts.map((part, index) => ({ pdf: "/print/a.pdf", index, bleed: 0, folio: "", side: "left", part }));

describe("a place", () => {
  const before = pagesOf("cover", "one", "one", "two", "two", "two");

  test.each([
    ["where pages came before it", pagesOf("cover", "one", "one", "one", "two", "two", "two"), 4, 5],
    ["where its part lost pages", pagesOf("cover", "one", "one", "two"), 5, 3],
    ["where its part is gone", pagesOf("cover", "one"), 4, 1],
  ])("is kept %s", (_, after, from, to) => {
    expect(pageAt(after, placeOf(before, from), from)).toBe(to);
  });

  test("is the first page where there was none", () => {
    expect(pageAt(before, placeOf([], 0), 0)).toBe(0);
  });
});
