import { expect, test } from "vitest";
import { operationsOf } from "../../../../pipeline/write/pdf/content/operations.js";

const read = (stream: string) => operationsOf(stream).map(({ name, operands }) => [...operands, name]);

test("operators come with their operands, strings, arrays and dictionaries whole", () => {
  expect(read("q 1 0 0 1 0 0 cm\n/P <</MCID 3 /A (b\\)(c))>> BDC [<00> -2 (d)] TJ EMC f* true ' Q")).toEqual([
    ["q"],
    ["1", "0", "0", "1", "0", "0", "cm"],
    ["/P", "<</MCID 3 /A (b\\)(c))>>", "BDC"],
    ["[<00> -2 (d)]", "TJ"],
    ["EMC"],
    ["f*"],
    ["true", "'"],
    ["Q"],
  ]);
});

test("comments are passed over, and inline images to their end", () => {
  expect(read("% (not a string\nBI /W 1 ID ((\x00 EI\nS")).toEqual([["BI"], ["S"]]);
});

test("an inline image ends where a program goes on, not at two letters within it or in its dictionary", () => {
  const stream = "BI /W 1 /CS [/I /RGB 0 ( ID )] ID EI\x00\x01 EI \x8f\x00 EI\nQ";
  expect(read(stream)).toEqual([["BI"], ["Q"]]);
  expect(operationsOf("BI /W 1 ID \xff\nEI")).toMatchObject([{ to: 15 }]);
});

test("each operator knows where it stands with its operands", () => {
  const stream = " 12 w  1 2 m";
  expect(operationsOf(stream).map(({ from, to }) => stream.slice(from, to))).toEqual(["12 w", "1 2 m"]);
});

test.each(["(open", "[1 2", "<<", "<00", "BI /W 1 ID"])("what does not close is a bug: %s", (stream) => {
  expect(() => operationsOf(stream)).toThrow(/does not (?:end|close)/);
});
