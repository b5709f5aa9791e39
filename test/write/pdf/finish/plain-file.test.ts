import { createHash } from "node:crypto";
import { PDFContext, PDFDocument, PDFName, PDFStream, StandardFonts } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { openSpool } from "../../../../pipeline/edges/spool.js";
import type { Spooled } from "../../../../pipeline/publication.js";
import { readPrinted } from "../../../../pipeline/write/pdf/finish/load-printed.js";
import { plainFile } from "../../../../pipeline/write/pdf/finish/plain-file.js";
import { saveWithContentId } from "../../../../pipeline/write/pdf/finish/save.js";
import { objectsOf } from "../../../support/objects-of.js";
import { expectNoFault } from "../../../support/qpdf.js";

/** Draw a document of two pages, with objects that have gaps between their numbers. */
async function drawn(words = "Words"): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const text of [words, "Ü (\\) >>"]) pdf.addPage([200, 100]).drawText(text, { x: 9, y: 9, font });
  pdf.setTitle("Größe (1");
  const lost = pdf.context.register(pdf.context.obj({}));
  pdf.catalog.set(PDFName.of("After"), pdf.context.register(pdf.context.obj(["stream", 1.5, null])));
  pdf.context.delete(lost);
  return pdf;
}

const streamsOf = (context: PDFContext) =>
  context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFStream ? [Buffer.from(object.getContents())] : []));

const forms = {
  packed: { version: [1, 7], objects: "packed" },
  plain: { version: [1, 4], objects: "plain" },
} as const;

describe("a PDF that is written plain", () => {
  const written = async () => {
    const pdf = await drawn();
    return { pdf, bytes: (await saveWithContentId(pdf, "book", { form: forms.plain })).read() };
  };

  test("has each object where its table says, without gaps", async () => {
    const { pdf, bytes } = await written();
    const text = Buffer.from(bytes).toString("latin1");
    expect(text.slice(0, 9)).toBe("%PDF-1.4\n");
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
    const [head = "", count] = /^xref\n0 (\d+)\n/.exec(text.slice(start)) ?? [];
    const rows = text.slice(start + head.length, text.indexOf("trailer", start)).match(/.{18} \n/gs) ?? [];
    expect([rows[0], rows.length]).toEqual(["0000000000 65535 f \n", Number(count)]);
    expect(rows).toHaveLength(pdf.context.enumerateIndirectObjects().length + 1);
    for (const [number, row] of rows.entries()) {
      if (number > 0) expect(text.slice(Number(row.slice(0, 10)))).toMatch(RegExp(`^${number} 0 obj\n`));
    }
  });

  test("is read by the library", async () => {
    const { bytes } = await written();
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(pdf.getPages().map((page) => page.getSize())).toEqual([
      { width: 200, height: 100 },
      { width: 200, height: 100 },
    ]);
    expect([pdf.getTitle(), String(pdf.catalog.lookup(PDFName.of("After")))]).toEqual([
      "Größe (1",
      "[ /stream 1.5 null ]",
    ]);
  });

  test("has no fault that a checker of PDFs finds", async () => {
    expectNoFault((await written()).bytes);
  });

  test("is nothing without a catalog", () => {
    expect(() => [...plainFile(PDFContext.create())]).toThrow("The PDF has no catalog");
  });
});

test.each(["packed", "plain"] as const)("a %s PDF is read here as the library reads it", async (name) => {
  const pdf = await drawn();
  const file = await saveWithContentId(pdf, "book", { form: forms[name] });
  const theirs = await PDFDocument.load(file.read(), { updateMetadata: false });
  const context = PDFContext.create();
  const printed = await readPrinted(file, context);
  // What the objects were packed into is none of the document's.
  const all = objectsOf(theirs.context).filter((each) => !/\/Type \/(?:ObjStm|XRef)\n/.test(each));
  expect(objectsOf(context).slice(0, -1)).toEqual(all.slice(0, -1));
  expect(streamsOf(context)).toEqual(streamsOf(pdf.context));
  const { Root, Info } = theirs.context.trailerInfo;
  expect([printed?.trailer.Root, printed?.trailer.Info].map(String)).toEqual([Root, Info].map(String));
});

describe.each(["packed", "plain"] as const)("the identifier of a %s PDF", (name) => {
  const saved = async (words: string, identifier = "book") =>
    saveWithContentId(await drawn(words), identifier, { form: forms[name] });
  const idOf = (file: Spooled) => {
    const [, own = "", content = ""] =
      /\/ID \[ <(\w{32})> <(\w{32})> \]/.exec(Buffer.from(file.read()).toString("latin1")) ?? [];
    return { own, content };
  };
  const zeros = "0".repeat(32);

  test("is the digest of all other bytes, in whatever the file waits", async () => {
    const file = await saved("Words");
    const text = Buffer.from(file.read()).toString("latin1");
    const { content } = idOf(file);
    expect(text).not.toContain(zeros);
    const before = Buffer.from(text.replace(`<${content}>`, `<${zeros}>`), "latin1");
    expect(content).toBe(createHash("sha256").update(before).digest("hex").slice(0, 32));
    const spool = () => openSpool(0);
    const onDisk = await saveWithContentId(await drawn(), "book", { form: forms[name], spool });
    expect(Buffer.compare(onDisk.read(), file.read())).toBe(0);
  });

  test("is the same for the same content, and another for a byte more or another book", async () => {
    const [one, same, more, other] = await Promise.all([
      saved("Words").then(idOf),
      saved("Words").then(idOf),
      saved("Words!").then(idOf),
      saved("Words", "other").then(idOf),
    ]);
    expect(same).toEqual(one);
    expect(more.own).toBe(one.own);
    expect(more.content).not.toBe(one.content);
    expect(other.own).not.toBe(one.own);
    expect(other.content).not.toBe(one.content);
  });
});
