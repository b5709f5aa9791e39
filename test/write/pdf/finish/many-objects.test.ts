import { PDFDocument, PDFName, PDFNumber } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { dropOrphans } from "../../../../pipeline/write/pdf/finish/drop-orphans.js";
import { packedFile } from "../../../../pipeline/write/pdf/finish/packed-file.js";
import { around } from "../../../../pipeline/write/pdf/preflight/scan/path.js";

/** More than a function takes as its arguments. */
const many = 150_000;

test("a PDF of hundreds of thousands of objects, all in one list, is cleared of orphans and written", async () => {
  const pdf = await PDFDocument.create();
  const { context } = pdf;
  const numbers = Array.from({ length: many }, (_, index) => context.register(PDFNumber.of(index)));
  pdf.catalog.set(PDFName.of("Numbers"), context.obj(numbers));
  context.register(PDFNumber.of(-1));
  const before = context.enumerateIndirectObjects().length;
  dropOrphans({ pdf });
  expect(before - context.enumerateIndirectObjects().length).toBe(1);
  let text = "";
  for await (const piece of packedFile(context)) text += Buffer.from(piece).toString("latin1");
  expect(text.slice(0, 5)).toBe("%PDF-");
  expect(text.match(/\/Type\/ObjStm/g)).toHaveLength(Math.ceil((before - 1) / 1000));
});

test("the box around hundreds of thousands of lines is known", () => {
  const boxes = Array.from({ length: many }, (_, index): [number, number, number, number] => [
    index,
    -index,
    index + 1,
    1,
  ]);
  expect(around(boxes)).toEqual([0, 1 - many, many, 1]);
});
