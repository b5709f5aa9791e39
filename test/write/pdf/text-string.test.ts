import { PDFHexString, PDFString } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { toTextString } from "../../../pipeline/write/pdf/text-string.js";

test.each(["Plain (words) \\ and more", "“Café” – it’s 3 €…", "ﬁne Œuvre ¿ß?"])(
  "text of one byte a character is a string of bytes, and read as it was: %s",
  (text) => {
    const written = toTextString(text);
    expect(written).toBeInstanceOf(PDFString);
    expect(written.decodeText()).toBe(text);
  },
);

test.each(["שלום", "a\u00ADb", "线", "𝒜", "þÿ is no mark here", "ÿþ", "ï»¿"])(
  "other text is UTF-16: %s",
  (text) => {
    const written = toTextString(text);
    expect(written).toBeInstanceOf(PDFHexString);
    expect(written.decodeText()).toBe(text);
  },
);
