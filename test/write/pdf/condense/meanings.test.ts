import { expect, test } from "vitest";
import {
  gatherMeanings,
  type Meanings,
  strikePlain,
  withoutSpans,
} from "../../../../pipeline/write/pdf/condense/meanings.js";
import { toUnicode } from "../../../../pipeline/write/pdf/condense/to-unicode.js";

const span = (text: string, glyph: string) =>
  `/Span<</ActualText ${text} >> BDC\n5 0 Td <${glyph}> Tj\nEMC\n`;

/** What the fonts of a text object are found to mean, and the text when they say it. */
function told(text: string) {
  const [F4, F5]: [Meanings, Meanings] = [new Map(), new Map()];
  const fonts = new Map([
    ["F4", F4],
    ["F5", F5],
  ]);
  gatherMeanings(text, (name) => fonts.get(name));
  strikePlain(text, (name) => fonts.get(name));
  return { F4, F5, text: withoutSpans(text, (name) => fonts.get(name)) };
}

test("a glyph that every span says alike is said by its font, and needs no spans", () => {
  const text = `/F4 10 Tf\n<0001> Tj\n${span("<FEFF2019>", "01ED")}<0002> Tj\n${span("<FEFF2019>", "01ED")}`;
  const { F4, text: bare } = told(text);
  expect(F4).toEqual(new Map([["01ED", "\u2019"]]));
  expect(bare).toBe("/F4 10 Tf\n<0001> Tj\n5 0 Td <01ED> Tj\n<0002> Tj\n5 0 Td <01ED> Tj\n");
});

test.each([
  ["that means something else elsewhere", span("(ff)", "01A5") + span("<FEFF006600AD0066>", "01A5")],
  ["that is shown without a span, too", `${span("<FEFF00AD>", "01A5")}3 0 Td <000101A5> Tj\n`],
  ["that means nothing", span("()", "01A5")],
  ["of several letters from right to left", span("<FEFF06440627>", "01A5")],
])("a glyph %s keeps its spans", (_, shown) => {
  const text = `/F4 10 Tf\n${shown}`;
  expect(told(text)).toMatchObject({ F4: new Map([["01A5", undefined]]), text });
});

test("each font speaks for itself", () => {
  const text = `/F4 10 Tf\n${span("(fi)", "0010")}/F5 8 Tf\n<0010> Tj\n`;
  const { F4, F5, text: bare } = told(text);
  expect([F4, F5]).toEqual([new Map([["0010", "fi"]]), new Map()]);
  expect(bare).toBe("/F4 10 Tf\n5 0 Td <0010> Tj\n/F5 8 Tf\n<0010> Tj\n");
});

test("a table is written anew between its head and its end, a hundred entries a block", () => {
  const table =
    "begincmap\n1 beginbfchar\n<0001> <0020>\nendbfchar\n1 beginbfrange\n<0002> <0003> <0041>\nendbfrange\nendcmap\nend\n";
  const characters = new Map([
    [3, "fi"],
    [1, " "],
  ]);
  expect(toUnicode(table, characters)).toBe(
    "begincmap\n2 beginbfchar\n<0001> <0020>\n<0003> <00660069>\nendbfchar\nendcmap\nend\n",
  );
  const many = new Map(Array.from({ length: 150 }, (_, index) => [index, "a"] as const));
  expect(toUnicode(table, many).match(/\d+ beginbfchar/g)).toEqual(["100 beginbfchar", "50 beginbfchar"]);
});

test("codes in a row that mean letters in a row are one entry, where only their last bytes differ", () => {
  const letters = new Map([
    ...Array.from({ length: 4 }, (_, index) => [0xfe + index, String.fromCharCode(0x61 + index)] as const),
    [0x200, "\u01FF"],
    [0x201, "\u0200"],
    [0x202, "fi"],
    [0x203, "fj"],
  ]);
  expect(toUnicode("begincmap\nendcmap\n", letters)).toBe(
    `begincmap\n4 beginbfchar\n<0200> <01ff>\n<0201> <0200>\n<0202> <00660069>\n<0203> <0066006a>\nendbfchar
2 beginbfrange\n<00fe> <00ff> <0061>\n<0100> <0101> <0063>\nendbfrange\nendcmap\n`,
  );
});
