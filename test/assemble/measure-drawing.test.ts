import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { measureImage } from "../../pipeline/assemble/measure-image.js";
import { readDrawing, unpack } from "../../pipeline/assemble/read-drawing.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const drawing = (attributes: string) =>
  bytes(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><path d="M0 0"/></svg>`);

describe("a drawing is as large as its root element says", () => {
  test.each([
    ['width="300" height="150"', 300, 150],
    ['viewBox="0 0 100 50"', 100, 50],
    ["viewBox='0,0,100,50'", 100, 50],
    ['viewBox=" -5\n-5 1e2 50 "', 100, 50],
    ['width="100%" height="100%" viewBox="0 0 100 50"', 100, 50],
    ['width="200" viewBox="0 0 100 50"', 200, 100],
    ['height="100px" viewBox="0 0 100 50"', 200, 100],
    ['width="25.4mm" height="1in"', 96, 96],
    ['stroke-width="3" data-a=">" width="72pt" height="6pc"', 96, 96],
  ])("%s", (attributes, width, height) => {
    const size = measureImage(drawing(attributes));
    expect(size).toMatchObject({ mediaType: "image/svg+xml" });
    expect(typeof size === "object" && [size.width, size.height].map(Math.round)).toEqual([width, height]);
  });

  test.each(["", 'width="100%" height="50%"', 'viewBox="0 0 0 0"', 'width="300"'])(
    "%s says nothing of it",
    (attributes) => {
      expect(measureImage(drawing(attributes))).toMatch(
        /^nothing in it says how large it is; expected `viewBox/,
      );
    },
  );
});

describe("a drawing is known", () => {
  const plain = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><text>Größe</text></svg>';

  test("where much stands above it", () => {
    expect(measureImage(bytes(`<?xml version="1.0"?><!-- ${"x".repeat(5000)} -->${plain}`))).toMatchObject({
      width: 4,
    });
  });

  test("with a prefix before its elements", () => {
    const prefixed = plain.replace("xmlns", "xmlns:s").replaceAll(/<(\/?)(?=[a-z])/g, "<$1s:");
    expect(prefixed).toContain("</s:text></s:svg>");
    expect(measureImage(bytes(prefixed))).toMatchObject({ width: 4, height: 2 });
    expect(readDrawing(bytes(prefixed))).toContain("<text>Größe</text></svg>");
  });

  test("in UTF-16, and where it says so wrongly", () => {
    for (const [text, written] of [
      [Buffer.from(`\ufeff${plain}`, "utf16le"), plain],
      [Buffer.from(`\ufeff${plain}`, "utf16le").swap16(), plain],
      [bytes(`<?xml version="1.0" encoding="UTF-16"?>${plain}`), plain],
    ] as const) {
      expect(measureImage(text)).toMatchObject({ width: 4, height: 2 });
      expect(readDrawing(text)).toContain(written);
    }
  });

  test("packed; what is packed and no drawing is no image", () => {
    expect(measureImage(unpack(gzipSync(plain)))).toMatchObject({ width: 4, height: 2 });
    expect(measureImage(unpack(gzipSync("words")))).toMatch(/^it is not an image/);
    expect(measureImage(unpack(gzipSync(plain).subarray(0, 30)))).toMatch(/^it is not an image/);
  });

  test("and is whole, or not wherever it is cut", () => {
    for (const text of [plain, '<?xml version="1.0"?>\n<svg viewBox="0 0 4 2"/>'])
      for (let length = text.indexOf("<svg") + 5; length < text.length; length++)
        expect([length, measureImage(bytes(text.slice(0, length)))]).toEqual([length, "its end is missing"]);
  });
});
