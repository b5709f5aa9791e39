import { expect, test } from "vitest";
import { readsAsFormula } from "../../pipeline/read/reads-as-formula.js";

test.each([
  ["x", " "],
  ["E = mc^2", "."],
  ["2x + 1", ")"],
  ["10\\,\\%", ""],
  ["\\text{GDP per capita} = 3", ","],
  ["[0,1)", " "],
  ["x \\in \\{1, 2\\}", ";"],
  [".5", " "],
  ["x if x > 0", ""],
])("`%s` before `%s` is a formula", (content, next) => {
  expect(readsAsFormula(content, next)).toBe(true);
});

test.each([
  ["10 and ", "2", "a space before the second sign"],
  [" and 20 ", "", "a space after the first sign"],
  ["10 and 20", "", "an amount and a word"],
  ["3 million and 4 million", ".", "prose"],
  ["5-", "1", "a digit behind the second sign"],
  ["m and ", "b", "a unit"],
  ["m) or (", ")", "a bracket that was never opened"],
  [") or (", ")", "a bracket that was never opened"],
  ["/t and A", ",", "a rate"],
  ["the cost of it", " ", "words"],
  ["", " ", "nothing"],
])("`%s` before `%s` is prose: %s", (content, next) => {
  expect(readsAsFormula(content, next)).toBe(false);
});
