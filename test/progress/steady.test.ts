import { expect, test } from "vitest";
import { type Said, steady } from "../../pipeline/progress/steady.js";

/** What is said second by second of a build that seems to take so many seconds still. */
function saidOf(seconds: readonly (number | undefined)[]): readonly (number | undefined)[] {
  let said: Said | undefined;
  return seconds.map((left, second) => {
    said = steady(said, left === undefined ? undefined : left * 1000, second * 1000);
    return said && Math.round(said.left / 1000);
  });
}

test("what is said counts down with the clock", () => {
  expect(saidOf([20, 19, 18, 17])).toEqual([20, 19, 18, 17]);
});

test("waits where it was too short, and does not grow", () => {
  expect(saidOf([20, 24, 23, 22, 20, 19, 18])).toEqual([20, 20, 20, 20, 20, 19, 18]);
});

test("comes down by and by where it was too long, so that a moment's luck is not told", () => {
  expect(saidOf([60, 30, 58, 57])).toEqual([60, 48, 48, 48]);
  expect(saidOf([60, 30, 29, 28, 27, 26, 25]).at(-1)).toBe(27);
});

test("grows where it was wrong by far", () => {
  expect(saidOf([20, 60, 59])).toEqual([20, 60, 59]);
});

test("is nothing where nothing is known, and begins anew", () => {
  expect(saidOf([undefined, 20, undefined, 30])).toEqual([undefined, 20, undefined, 30]);
});
