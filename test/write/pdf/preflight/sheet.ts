import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PDFArray, type PDFDict, PDFDocument, PDFName, type PDFPage } from "@cantoo/pdf-lib";
import type { PressProfile } from "../../../../pipeline/publication.js";
import { profileNamed } from "../press/sample.js";

const font = readFileSync(
  createRequire(import.meta.url).resolve("source-serif/TTF/SourceSerif4-Regular.ttf"),
);

/** A profile that asks for all that a profile can ask, by PDF/X no more than by others. */
export async function strictProfile(): Promise<PressProfile> {
  const profile = await profileNamed("kdp");
  return {
    ...profile,
    title: "Strict printer",
    inkLimit: 280,
    hairline: 0.25 / (72 / 25.4),
    pages: { multipleOf: 2, least: 4, most: 8, lastBlank: true },
    safety: 5,
    gutter: [{ pages: 100, least: 12 }],
  };
}

/** Millimetres in points. */
export const mm = (length: number) => (length * 72) / 25.4;

/** The trim of every page of the sound PDF, in points from the sheet's corner. */
const bleed = 9;
export const trim = [bleed, bleed, bleed + mm(120), bleed + mm(180)] as const;

/** Draw content, in points from the lower left corner of the trim, behind what is on a page (from 0). */
export function draw(pdf: PDFDocument, page: number, content: string): void {
  const { node } = pdf.getPage(page);
  const stream = pdf.context.register(
    pdf.context.flateStream(`q 1 0 0 1 ${bleed} ${bleed} cm\n${content}\nQ\n`),
  );
  const old = node.get(PDFName.of("Contents"));
  const before = old instanceof PDFArray ? old.asArray() : old ? [old] : [];
  node.set(PDFName.of("Contents"), pdf.context.obj([...before, stream]));
}

/** Show words, by the sound file's font; `state` comes before them: a colour, a text mode. */
export function show(
  pdf: PDFDocument,
  page: number,
  words: string,
  state: string,
  x = 60,
  y = 300,
  size = 10,
): void {
  draw(pdf, page, `${state} BT /Serif ${size} Tf ${x} ${y} Td (${words}) Tj ET`);
}

/** Name a resource of a page. */
export function name(pdf: PDFDocument, page: number, kind: string, key: string, value: object): void {
  const resources = pdf.getPage(page).node.Resources();
  const known = resources?.lookup(PDFName.of(kind)) as PDFDict | undefined;
  const dictionary = known ?? pdf.context.obj({});
  dictionary.set(PDFName.of(key), value as never);
  resources?.set(PDFName.of(kind), dictionary);
}

/** Place an image of one colour, four bytes of ink, so many pixels across and down. */
export function place(
  pdf: PDFDocument,
  page: number,
  inks: readonly number[],
  { pixels, points, x = 60, y = 60 }: { pixels: number; points: number; x?: number; y?: number },
): void {
  const bytes = new Uint8Array(pixels * pixels * inks.length).map((_, i) => inks[i % inks.length] ?? 0);
  const image = pdf.context.flateStream(bytes, {
    Type: "XObject",
    Subtype: "Image",
    Width: pixels,
    Height: pixels,
    BitsPerComponent: 8,
    ColorSpace: { 1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK" }[inks.length] ?? "DeviceCMYK",
  });
  name(pdf, page, "XObject", "Image", pdf.context.register(image));
  draw(pdf, page, `q ${points} 0 0 ${points} ${x} ${y} cm /Image Do Q`);
}

let sound: Promise<Uint8Array> | undefined;

/** Make a PDF of six pages in which the strict profile finds nothing. */
export async function soundPdf(): Promise<PDFDocument> {
  sound ??= makeSound().then((pdf) => pdf.save({ useObjectStreams: false }));
  return PDFDocument.load(await sound, { updateMetadata: false });
}

async function makeSound(): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const { context } = pdf;
  const program = context.register(context.flateStream(font, { Length1: font.length }));
  const descriptor = context.register(
    context.obj({
      Type: "FontDescriptor",
      FontName: "SourceSerif4-Regular",
      Flags: 32,
      FontBBox: [-100, -250, 1100, 900],
      ItalicAngle: 0,
      Ascent: 900,
      Descent: -250,
      CapHeight: 670,
      StemV: 80,
      FontFile2: program,
    }),
  );
  const face = context.register(
    context.obj({
      Type: "Font",
      Subtype: "TrueType",
      BaseFont: "SourceSerif4-Regular",
      Encoding: "WinAnsiEncoding",
      FirstChar: 32,
      LastChar: 126,
      Widths: Array.from({ length: 95 }, () => 500),
      FontDescriptor: descriptor,
    }),
  );
  for (let index = 0; index < 6; index++) {
    const page = pdf.addPage([trim[2] + bleed, trim[3] + bleed]);
    addBoxes(page);
    page.node.set(PDFName.of("Resources"), context.obj({ Font: { Serif: face } }));
    if (index === 5) continue;
    draw(
      pdf,
      index,
      `0 0 0 1 k BT /Serif 10 Tf 60 400 Td (Words on a page) Tj ET 0.2 0.5 0.1 0 k 60 200 100 50 re f`,
    );
  }
  return pdf;
}

function addBoxes({ node }: PDFPage): void {
  const { context } = node;
  node.set(PDFName.of("TrimBox"), context.obj([...trim]));
  node.set(PDFName.of("BleedBox"), context.obj([0, 0, trim[2] + bleed, trim[3] + bleed]));
}
