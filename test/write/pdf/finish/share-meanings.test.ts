import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { fontText } from "../../../../pipeline/write/pdf/content/font-text.js";
import { shareMeanings } from "../../../../pipeline/write/pdf/finish/share-meanings.js";

const table = (entries: string) =>
  `begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${entries}endcmap\nend\n`;

test("fonts have a table in common where none of their codes means something else", async () => {
  const pdf = await PDFDocument.create();
  const { context } = pdf;
  const fonts = [
    "2 beginbfchar\n<0001> <0041>\n<0002> <0042>\nendbfchar\n",
    "2 beginbfchar\n<0002> <0042>\n<0003> <00660069>\nendbfchar\n",
    "1 beginbfchar\n<0003> <0043>\nendbfchar\n",
    "",
  ].map((entries) => {
    const font = context.obj({
      Type: "Font",
      Subtype: "Type0",
      ToUnicode: context.register(context.stream(table(entries))),
    });
    context.register(font);
    return font;
  });
  shareMeanings({ pdf });
  const refs = fonts.map((font) => font.get(PDFName.of("ToUnicode")));
  expect(refs[0]).toBe(refs[1]);
  expect(new Set(refs).size).toBe(3);
  const family = { 1: "A", 2: "B", 3: "fi" };
  expect(fonts.map((font) => Object.fromEntries(fontText(font).characters))).toEqual([
    family,
    family,
    { 3: "C" },
    {},
  ]);
});
