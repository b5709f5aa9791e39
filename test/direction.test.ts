import { expect, it } from "vitest";
import { direction } from "../pipeline/direction.js";

it.each(["ar", "ar-EG", "AR", "he", "fa-IR", "ur", "az-Arab", "pa-Arab-PK"])(
  "%s runs from right to left",
  (language) => {
    expect(direction(language)).toBe("rtl");
  },
);

it.each(["en", "en-GB", "arn", "de", "ar-Latn", "az"])("%s does not", (language) => {
  expect(direction(language)).toBeUndefined();
});
