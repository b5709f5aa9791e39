import { expect, it } from "vitest";
import { direction, directionOfWords } from "../pipeline/direction.js";

it.each(["ar", "ar-EG", "AR", "he", "fa-IR", "ur", "az-Arab", "pa-Arab-PK"])(
  "%s runs from right to left",
  (language) => {
    expect(direction(language)).toBe("rtl");
  },
);

it.each(["en", "en-GB", "arn", "de", "ar-Latn", "az"])("%s does not", (language) => {
  expect(direction(language)).toBeUndefined();
});

it.each([
  ["الريح الشمالية هبت", "rtl"],
  ["ראו https://example.org/a-long-address-in-latin-letters שם", "rtl"],
  ["Two words", "ltr"],
  ["סטייטקראפט is the Hebrew word for it", undefined],
  ["انظر Smith, The Slow Coast, Edinburgh", undefined],
  ["NATO", undefined],
  ["1987, 12", undefined],
])("the words %s run %s", (words, expected) => {
  expect(directionOfWords(words)).toBe(expected);
});
