import { expect, test } from "vitest";
import { numberIn } from "../../pipeline/read/number-in.js";

test.each([
  ["1,234.5", "en", { digits: "1234", decimals: 1, mark: ".", unit: "" }],
  ["1.234,50", "de", { digits: "1234", decimals: 2, mark: ",", unit: "" }],
  ["1’234.50", "de-CH", { digits: "1234", decimals: 2, mark: ".", unit: "" }],
  ["1\u202F234,5\u00A0%", "fr", { digits: "1234", decimals: 1, mark: ",", unit: "%" }],
  ["−3", "en-GB", { digits: "3", decimals: 0, mark: ".", unit: "" }],
  ["€ 12.30", "en", { digits: "12", decimals: 2, mark: ".", unit: "" }],
  ["7", "not a tag", { digits: "7", decimals: 0, mark: ".", unit: "" }],
])("%s is a number in %s", (text, language, number) => {
  expect(numberIn(text, language)).toEqual(number);
});

test.each(["", "–", "12 ships", "1.2.3", "1998–2004", "12,34", "1.5 m", "§ 3"])("%s is none", (text) => {
  expect(numberIn(text, "en")).toBeUndefined();
});
