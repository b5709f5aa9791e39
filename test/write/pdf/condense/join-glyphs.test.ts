import { expect, test } from "vitest";
import { joinGlyphs } from "../../../../pipeline/write/pdf/condense/join-glyphs.js";

const metrics = {
  widths: new Map([
    [1, 500],
    [0x28, 250],
    [0x10d, 600],
  ]),
  standard: 1000,
};
const join = (...lines: string[]) =>
  joinGlyphs(`${lines.join("\n")}\n`, (name) => (name === "F4" ? metrics : undefined));
const start = ["/F4 10 Tf", "1 0 0 -1 20 30 Tm"];

test("glyphs where their widths put them are one string, brackets and returns escaped", () => {
  expect(join(...start, "<0001> Tj", "4.9999999 0 Td <00280001> Tj", "7.5000005 0 Td <010D> Tj")).toBe(
    `${start.join("\n")}\n(\0\x01\0\\(\0\x01\x01\\r)Tj\n`,
  );
});

test("kerning and justified spaces are numbers, the same ones all along a line", () => {
  const line = ["<0001> Tj", "4.8 0 Td <0001> Tj", "5.81234 0 Td <0001> Tj", "5.81231 0 Td <0001> Tj"];
  expect(join(...start, ...line)).toBe(
    `${start.join("\n")}\n[(\0\x01)20(\0\x01)-81.23(\0\x01)-81.23(\0\x01)]TJ\n`,
  );
});

test("what has another text stays apart, in its place", () => {
  const span = "/Span<</ActualText <FEFF00AD> >> BDC";
  const ligature = [span, "5 0 Td <0028> Tj", "EMC", "2.5 0 Td <0001> Tj"];
  expect(join(...start, "<0001> Tj", ...ligature)).toBe(
    `${start.join("\n")}\n(\0\x01)Tj\n${span}\n5 0 Td\n(\0\\()Tj\nEMC\n2.5 0 Td\n(\0\x01)Tj\n`,
  );
});

test("errors do not add up over a long line", () => {
  // Each glyph is off by less than what is written down.
  const line = Array.from({ length: 400 }, () => "5.0004 0 Td <0001> Tj");
  const numbers = [...join(...start, "<0001> Tj", ...line).matchAll(/\)(-?[\d.]+)/g)].map(([, each]) =>
    Number(each),
  );
  const moved = numbers.reduce((sum, each) => sum - each / 100, 0);
  expect(Math.abs(moved - 400 * 0.0004)).toBeLessThan(0.001);
});

test.each([
  ["a font of other codes", ["/F9 10 Tf", "1 0 0 -1 20 30 Tm", "<01> Tj"]],
  ["lines that go down", [...start, "<0001> Tj", "0 12 Td <0001> Tj"]],
  ["letters spaced by the text's own state", [...start, "2 Tc", "<0001> Tj"]],
  ["strings already joined", [...start, "[(\0\x01)20(\0\x01)]TJ"]],
])("a text object stays as it is: %s", (_, lines) => {
  expect(join(...lines)).toBe(`${lines.join("\n")}\n`);
});
