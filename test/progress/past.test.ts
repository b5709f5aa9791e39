import { expect, test } from "vitest";
import { keepPast, recallPast, toPast } from "../../pipeline/progress/past.js";
import type { Cache, Kept } from "../../pipeline/publication.js";
import { courseAt, document, type History, isRead } from "./a-build.js";

const history: History = [
  [2, isRead],
  [3, document({})],
  [9, document({ is: "printing", all: 250 })],
  [11, document({ is: "printed", pages: 250, share: 1 })],
];

test("what a build took is told by its phases", () => {
  expect(toPast(courseAt(history, 20, ["screen"]), undefined, 14_000)).toEqual({
    ms: { starting: 2000, reading: 1000, setting: 6000, printing: 2000, finishing: 3000 },
    characters: 1_000_000,
    pages: 250,
  });
});

test("a phase that the cache cut short counts as it did the last time", () => {
  const last = {
    ms: { starting: 0, reading: 4000, setting: 5000, printing: 5000, finishing: 5000 },
    characters: 900_000,
    pages: 200,
  };
  const kept: History = [[1, { ...isRead, cached: "in part" }], ...history.slice(1)];
  const course = courseAt(kept, 20, ["screen"]);
  expect(toPast(course, last, 14_000)?.ms).toEqual({
    starting: 1000,
    reading: 4000,
    setting: 6000,
    printing: 2000,
    finishing: 3000,
  });
  expect(toPast(course, undefined, 14_000)).toBeUndefined();
});

test("an e-book alone sets no pages", () => {
  expect(toPast(courseAt([[2, isRead]], 3, ["epub"]), undefined, 3000)).toEqual({
    ms: { starting: 2000, reading: 0, setting: 0, printing: 0, finishing: 1000 },
    characters: 0,
    pages: 0,
  });
});

test("is kept for the same folder and the same editions", async () => {
  const entries = new Map<string, Kept>();
  const cache: Cache = {
    get: async (key) => entries.get(key),
    put: async (key, kept) => void entries.set(key, kept),
  };
  const past = {
    ms: { starting: 0, reading: 1, setting: 2, printing: 3, finishing: 4 },
    characters: 5,
    pages: 6,
  };
  await keepPast(cache, "/book", ["screen"], past);
  expect(await recallPast(cache, "/book", ["screen"])).toEqual(past);
  expect(await recallPast(cache, "/book", ["screen", "epub"])).toBeUndefined();
  expect(await recallPast(cache, "/other", ["screen"])).toBeUndefined();
});
