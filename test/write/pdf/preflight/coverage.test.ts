import { expect, test } from "vitest";
import { measure } from "../../../../pipeline/write/pdf/preflight/inks/coverage.js";
import { overlay } from "../../../../pipeline/write/pdf/preflight/inks/overlay.js";
import { reachOf, toPlate } from "../../../../pipeline/write/pdf/preflight/inks/reach.js";

const [width, height] = [12, 9];

/** A plate that is white but for these pixels, which are full of ink. */
function plate(...inked: readonly (readonly [x: number, y: number])[]) {
  const data = new Uint8Array(width * height).fill(255);
  for (const [x, y] of inked) data[y * width + x] = 0;
  return toPlate({ width, height, data });
}

const square = [4, 5, 6].flatMap((x) => [3, 4, 5].map((y): [number, number] => [x, y]));

test("rows reach from the first pixel with ink to the last, of any plate", () => {
  const { from, to } = reachOf([plate([3, 2], [7, 2]), plate([9, 2], [0, 4])], { width, height });
  expect([from[2], to[2]]).toEqual([3, 10]);
  expect([from[4], to[4]]).toEqual([0, 1]);
  expect((from[5] ?? 0) < (to[5] ?? 0)).toBe(false);
});

test("rows reach as far on plates of any width, with white beside and between", () => {
  for (const wide of [9, 12, 13, 16, 31])
    for (const [left, right] of [
      [0, wide - 1],
      [3, 3],
      [5, 8],
      [wide - 1, wide - 1],
    ] as const) {
      const data = new Uint8Array(wide * 5).fill(255);
      for (const x of [left, right]) data[2 * wide + x] = 250;
      const { from, to } = toPlate({ width: wide, height: 5, data }).reach;
      expect([...from].map((start, y) => [start, to[y]])).toEqual(
        [0, 1, 2, 3, 4].map((y) => (y === 2 ? [left, right + 1] : [wide, 0])),
      );
    }
});

test("the ink of all plates is added up around the pixel where there is most, and none is looked for at the edge", () => {
  const plates = [plate(...square), plate([5, 4]), plate([0, 0], [1, 0], [0, 1])];
  const { most, at, excesses } = measure(plates, reachOf(plates, { width, height }), 105);
  expect(most).toBeCloseTo(100 + 100 / 9);
  expect(at).toEqual([5, 4]);
  expect(excesses).toMatchObject([{ box: [5, 4, 6, 5], area: 1 }]);
  expect(measure([], reachOf([], { width: 0, height: 0 }), 300)).toMatchObject({ most: 0, excesses: [] });
});

test("a page of one ink has the colours of that ink, one of several those that it has", () => {
  const [cyan, black] = [plate([5, 4]), plate([5, 4], [6, 4])];
  const lay = (...plates: readonly (readonly [string, typeof cyan])[]) => {
    const rasters = plates.map(([, raster]) => raster);
    const page = { ...cyan, tones: "many" } as const;
    const { colours, pixels } = overlay(new Map(plates), page, reachOf(rasters, cyan));
    return [0, 4 * width + 5, 4 * width + 6].map((at) => colours[pixels[at] ?? -1]);
  };
  expect(lay(["Cyan", cyan])).toEqual([0, 63 << 18, 0]);
  expect(lay(["Cyan", cyan], ["Black", black])).toEqual([0, (63 << 18) | 63, 63]);
  expect(lay(["Gold", cyan])).toEqual([0, 63, 0]);
});

test("a page of words and surfaces in one ink has sixteen tones of it, those among them that there is most of", () => {
  const raster = plate();
  // A surface of 40 of 63 parts, of which a letter's edge has 41; a full one; and a light one beside the paper.
  for (const [at, share] of [40, 40, 41, 63, 62, 63, 2].entries())
    raster.data[width + 3 + at] = 255 - 4 * share;
  const { data } = raster;
  const drawn = toPlate({ width, height, data });
  const { colours, pixels } = overlay(
    new Map([["Magenta", drawn]]),
    { width, height, tones: "few" },
    reachOf([drawn], drawn),
  );
  expect(colours).toHaveLength(16);
  const shown = [2, 3, 4, 5, 6, 7, 8, 9].map((x) => (colours[pixels[width + x] ?? -1] ?? -1) >> 12);
  expect(shown).toEqual([0, 40, 40, 40, 63, 63, 63, 0]);
});

test("squares are found that columns of much light lie between", () => {
  const dark = [4, 5, 6].flatMap((x) => [3, 4, 5].map((y) => [x, y] as const));
  const page = plate([2, 3], [9, 4], ...dark);
  expect(measure([page], reachOf([page], page), 300)).toMatchObject({ most: 100, at: [5, 4] });
});
