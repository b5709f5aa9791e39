import { PDFContext, PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { loadPrinted, readPrinted } from "../../../../pipeline/write/pdf/finish/load-printed.js";
import { objectsOf } from "../../../support/objects-of.js";

/** Write objects with their table, numbered from 1. */
function fileOf(objects: readonly string[]): Buffer {
  let file = "%PDF-1.4\n%\xD3\xEB\xE9\xE1\n";
  const entries = objects.map((object, index) => {
    const entry = `${String(file.length).padStart(10, "0")} 00000 n \n`;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return entry;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join("")}`;
  const trailer = `trailer\n<</Size ${objects.length + 1}\n/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + table + trailer, "latin1");
}

const catalog = "<</Type /Catalog\n/Pages 2 0 R>>";
const pages = "<</Type /Pages\n/Kids [3 0 R]\n/Count 1>>";
const page = "<</Type /Page\n/Parent 2 0 R\n/MediaBox [0 0 12.5 -.75]\n/Contents 4 0 R>>";
const long = `<</Long (${"a > stream\n".repeat(400)})\n/After [true false null 1 2 R 3 -0.5 +7]>>`;
const objects = [
  catalog,
  pages,
  page,
  "<</Length 13>> stream\n\r\n>> endobj 1\nendstream",
  "<</A#20b /Name\n/Text (a\\)b (c) \\\\)\n/Hex <FEFF 0041>\n/Empty ()\n/In <</A [[]<<>>]/B/C>>>>",
  long,
];

const parsed = async (file: Buffer) =>
  objectsOf((await PDFDocument.load(file, { updateMetadata: false })).context);

describe("a PDF with one table", () => {
  test("is read as the library reads it", async () => {
    const file = fileOf(objects);
    const pdf = await loadPrinted(file);
    expect(objectsOf(pdf.context)).toEqual(await parsed(file));
    expect(pdf.getPages()).toHaveLength(1);
  });

  test("is read behind what its context holds, with other numbers alone", async () => {
    const context = PDFContext.create();
    await readPrinted(fileOf(objects), context);
    const { trailer } = (await readPrinted(fileOf(objects), context)) ?? {};
    const later = (text: string) =>
      text.replace(/\b(\d+)(?= \d+ R\b)/g, (number) => String(Number(number) + 6));
    const all = objectsOf(context).slice(0, -1);
    expect(all.slice(6)).toEqual(all.slice(0, 6).map(later));
    expect(String(trailer?.Root)).toBe("7 0 R");
  });

  test("may have streams that begin wherever a part of an object ends", async () => {
    for (let filler = 1980; filler < 2060; filler++) {
      const stream = `<</Filler (${"x".repeat(filler)})/Length 2>> stream\nabendstream`;
      const context = PDFContext.create();
      await readPrinted(fileOf([catalog, pages, page, stream]), context);
      expect(objectsOf(context)[3]).toMatch(/PDFRawStream .* ab$/s);
    }
  });

  test.each([
    [
      "another place than its table says",
      (text: string) => text.replace("0000000015 00000 n", "0000000016 00000 n"),
    ],
    ["a string that does not end", (text: string) => text.replace("(c) ", "(c( ")],
    ["a dictionary without keys", (text: string) => text.replace("/Kids", "13579")],
    ["a word that is no object", (text: string) => text.replace("/Count 1", "/Count a")],
  ])("is not read where it has %s", async (_, change) => {
    const changed = Buffer.from(change(fileOf(objects).toString("latin1")), "latin1");
    await expect(readPrinted(changed, PDFContext.create())).rejects.toThrow();
  });
});

test("what is written otherwise is for the library", async () => {
  const pdf = await PDFDocument.load(fileOf(objects), { updateMetadata: false });
  const file = await pdf.save();
  expect(await readPrinted(file, PDFContext.create())).toBeUndefined();
  expect((await loadPrinted(file)).getPages()).toHaveLength(1);
});
