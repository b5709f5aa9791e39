import { PDFContext, PDFDocument, PDFRawStream } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { openSpool } from "../../../../pipeline/edges/spool.js";
import type { Spooled } from "../../../../pipeline/publication.js";
import { spooled } from "../../../../pipeline/spooled.js";
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
    const pdf = await loadPrinted(spooled(file));
    expect(objectsOf(pdf.context)).toEqual(await parsed(file));
    expect(pdf.getPages()).toHaveLength(1);
  });

  test("is read behind what its context holds, with other numbers alone", async () => {
    const context = PDFContext.create();
    await readPrinted(spooled(fileOf(objects)), context);
    const { trailer } = (await readPrinted(spooled(fileOf(objects)), context)) ?? {};
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
      await readPrinted(spooled(fileOf([catalog, pages, page, stream])), context);
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
    await expect(readPrinted(spooled(changed), PDFContext.create())).rejects.toThrow();
  });
});

describe("of a PDF on disk", () => {
  const bytesOf = (object: unknown) => (object instanceof PDFRawStream ? object.contents : new Uint8Array());
  const stream = (content: string) => `<</Length ${content.length}>> stream\n${content}\nendstream`;
  /** What is read of a file of such objects, behind those of a page, with all that is asked of the disk. */
  const read = async (behind: readonly string[]) => {
    const spool = openSpool(0);
    spool.write(fileOf([catalog, pages, page, ...behind]));
    const file = spool.end();
    const reads: number[] = [];
    const noting: Spooled = {
      size: file.size,
      read(from = 0, to = file.size) {
        reads.push(to - from);
        return file.read(from, to);
      },
    };
    const context = PDFContext.create();
    await readPrinted(noting, context);
    return {
      reads,
      streams: context
        .enumerateIndirectObjects()
        .slice(3)
        .map(([, object]) => object),
    };
  };
  const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0);

  test("pictures are read when they are asked for, and as often", async () => {
    const contents = ["a", "b"].map((letter) => letter.repeat(9_000_000));
    const { reads, streams } = await read(contents.map(stream));
    expect(Math.max(...reads)).toBeLessThan(5_000_000);
    for (const [index, content] of contents.entries()) {
      reads.length = 0;
      expect(Buffer.from(bytesOf(streams[index])).equals(Buffer.from(content))).toBe(true);
      expect(Buffer.from(bytesOf(streams[index])).equals(Buffer.from(content))).toBe(true);
      expect(reads).toEqual([9_000_000, 9_000_000]);
    }
  });

  test("from 65,537 bytes on streams are left there, and smaller ones are read many at once", async () => {
    const small = Array.from({ length: 500 }, (_, n) => String.fromCharCode(97 + (n % 26)).repeat(1000));
    const { reads, streams } = await read([...small, "z".repeat(65_537)].map(stream));
    expect(reads.length).toBeLessThan(10);
    reads.length = 0;
    for (const [index, content] of small.entries())
      expect(Buffer.from(bytesOf(streams[index])).toString("latin1")).toBe(content);
    expect(reads).toEqual([]);
    expect(Buffer.from(bytesOf(streams[500])).toString("latin1")).toBe("z".repeat(65_537));
    expect(reads).toEqual([65_537]);
  });

  test("small streams hold nothing of the pictures that lie beside them", async () => {
    const { streams } = await read(
      Array.from({ length: 20 }, (_, n) => stream("x".repeat(n % 2 === 0 ? 1000 : 1_000_000))),
    );
    const small = streams.filter((_, index) => index % 2 === 0);
    const held = new Set(small.map((object) => bytesOf(object).buffer));
    expect(sum([...held].map(({ byteLength }) => byteLength))).toBeLessThan(1_000_000);
  });
});

test("what is written otherwise is for the library", async () => {
  const pdf = await PDFDocument.load(fileOf(objects), { updateMetadata: false });
  const file = await pdf.save();
  expect(await readPrinted(spooled(file), PDFContext.create())).toBeUndefined();
  expect((await loadPrinted(spooled(file))).getPages()).toHaveLength(1);
});
