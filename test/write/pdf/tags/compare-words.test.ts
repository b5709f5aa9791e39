import { describe, expect, test } from "vitest";
import { compareWords } from "../../../../pipeline/write/pdf/tags/compare-words.js";
import type { PlacedRun } from "../../../../pipeline/write/pdf/tags/placed-run.js";

const runs = (...texts: readonly string[]): PlacedRun[] =>
  texts.map((text, page) => ({
    page,
    run: { text, tail: undefined, end: 0, space: "0001", replacement: undefined },
  }));
const unspaced = (text: string, ...texts: readonly string[]) =>
  compareWords(text, runs(...texts)).unspaced.map(({ run }) => run.text);

describe("spaces", () => {
  test("are missing where the words have one and two runs have none", () => {
    expect(unspaced("one two\nthree", "one", "two ", "three")).toEqual(["one"]);
  });
  test("are not wanted in a word or an address that goes on in the next line", () => {
    expect(
      unspaced(
        "https://example.org/a/b hyphen\u00ADated",
        "https://example.org/",
        "a/b",
        " hyphen\u00AD",
        "ated",
      ),
    ).toEqual([]);
  });
});

describe("words", () => {
  test("are there whatever capitals, ligatures and additions a style sheet makes of them", () => {
    expect(compareWords("Office ﬁx 12", runs("\u201COFFICE", "fix", "¹²\u201D", "34")).lost).toBeUndefined();
  });
  test("are lost from the first letter that is missing", () => {
    expect(compareWords("One line and another line", runs("One line"))).toMatchObject({
      lost: "and another line",
      lastPage: 0,
    });
    expect(compareWords("Nothing", [])).toMatchObject({ lost: "Nothing", lastPage: undefined });
  });
  test("must stand in order, but for right-to-left ones", () => {
    expect(compareWords("ab", runs("ba")).lost).toBe("b");
    expect(compareWords("של", runs("לש")).lost).toBeUndefined();
    expect(compareWords("שלום", runs("לש")).lost).toBe("ום");
  });
  test("know nothing of the hyphens at the ends of lines", () => {
    expect(
      compareWords("hyphenated well-known", runs("hyphen\u00AD", "\u2010", "ated well-known")).hyphens.length,
    ).toBe(1);
  });
});

describe("where words go on on another page", () => {
  const turns = (text: string, ...texts: readonly string[]) => compareWords(text, runs(...texts)).turns;

  test("is told by the letters before it, of the words alone", () => {
    expect(turns("Oﬃce and hyphen\u00ADated", "Oﬃce and hyphen\u00AD", "\u2010", "ated")).toEqual([
      { page: 2, letters: 15 },
    ]);
    expect(turns("Oﬃce and quay", "1. Oﬃce", "and", "quay")).toEqual([
      { page: 1, letters: 6 },
      { page: 2, letters: 9 },
    ]);
    expect(turns("שלום", "םו", "לש")).toEqual([]);
  });
});
