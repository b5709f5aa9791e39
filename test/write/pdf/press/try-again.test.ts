import { expect, test } from "vitest";
import { tryAgain } from "../../../../pipeline/write/pdf/press/images/try-again.js";

test("what fails once is done again, what fails twice has failed", () => {
  let tries = 0;
  const failing = (times: number) => () => {
    if (++tries <= times) throw new Error(`try ${tries}`);
    return tries;
  };
  expect(tryAgain(failing(1))).toBe(2);
  tries = 0;
  expect(() => tryAgain(failing(2))).toThrow("try 2");
});
