import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  convertColours,
  openCondition,
} from "../../../../pipeline/write/pdf/press/colour/convert-colours.js";
import { tryAgain } from "../../../../pipeline/write/pdf/press/colour/try-again.js";
import { loadVips } from "../../../../pipeline/write/pdf/press/colour/vips.js";

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

test("a profile that the library cannot use is a message, and no mistake of ours", async () => {
  const fogra = readFileSync("assets/printers/FOGRA39L_coated.icc", "latin1");
  const icc = Buffer.from(fogra.replaceAll("B2A", "xxx"), "latin1");
  const output = { icc, condition: "FOGRA39", intent: "relative", blackPoint: "compensate" } as const;
  const condition = openCondition(await loadVips(), { registry: "", description: "", ...output });
  expect(() => convertColours(condition, [[1, 2, 3]], 300)).toThrow(
    /^Unusable ICC profile for FOGRA39: the colour library says “no output profile”/,
  );
});
