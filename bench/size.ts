/**
 * Takes a screen PDF apart, and prints what its bytes are for: fonts, images, drawings, page text, tags, links and the rest, beside the least
 * that words and links can take. A drawing is all that paths paint, rules of tables too.
 *
 *     npm run bench:size [-- FILE.pdf]        the project's own manuscript in dist/, where none is named
 *
 * Objects that lie packed together are told apart by what each kind takes when it is compressed alone, to scale.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
  type PDFStream,
} from "@cantoo/pdf-lib";
import { operationsOf } from "../pipeline/write/pdf/content/operations.js";
import { contentStreams, streamText } from "../pipeline/write/pdf/content/page-content.js";
import { type FontTexts, readPage } from "../pipeline/write/pdf/content/read-page.js";
import { compressed } from "../pipeline/write/pdf/finish/compressed.js";
import { serialise } from "../pipeline/write/pdf/finish/serialise.js";
import { readStructure } from "../pipeline/write/pdf/ua/read-structure.js";
import { get, listOf, numberOf, textOf } from "../pipeline/write/pdf/values.js";

const kinds = ["fonts", "images", "drawings", "page text", "tags", "links and names", "the rest"] as const;
type Kind = (typeof kinds)[number];

const pathOperators = new Set("m l c v y h re S s f F f* B B* b b* n".split(" "));

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
const [file = dist + screenPdf()] = process.argv.slice(2);
const bytes = readFileSync(file);
const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
const { context } = pdf;
const sizes = new Map<Kind, number>(kinds.map((kind) => [kind, 0]));
const add = (kind: Kind, size: number) => sizes.set(kind, (sizes.get(kind) ?? 0) + size);
const length = (text: string) => compressed(Buffer.from(text, "latin1")).length;

const pages = pdf.getPages();
const contents = new Set<PDFStream>(pages.flatMap((page) => contentStreams(page)));
const tags = new Set<PDFObject>();
const root = get(pdf.catalog, "StructTreeRoot");
if (root instanceof PDFDict)
  for (const { dictionary } of readStructure(pdf, root, new Map())) tags.add(dictionary);
for (const part of [root, root instanceof PDFDict && get(root, "ParentTree")]) if (part) tags.add(part);

/** Part a stream into what its paths take, and all else. */
function partPaths(stream: string): { readonly paths: string; readonly others: string } {
  let [paths, others, at] = ["", "", 0];
  for (const { name, from, to } of operationsOf(stream)) {
    others += stream.slice(at, from);
    if (pathOperators.has(name)) paths += `${stream.slice(from, to)}\n`;
    else others += stream.slice(from, to);
    at = to;
  }
  return { paths, others };
}

const packed = new Map<Kind, string>();
const numbers = new Map<PDFRef, number>(
  context.enumerateIndirectObjects().map(([ref]) => [ref, ref.objectNumber]),
);
for (const [, object] of context.enumerateIndirectObjects()) {
  if (object instanceof PDFRawStream) {
    const size = object.contents.length;
    const type = String(get(object.dict, "Type") ?? get(object.dict, "Subtype") ?? "");
    if (contents.has(object)) {
      const { paths, others } = partPaths(streamText(object));
      const share = (size * length(paths)) / (length(paths) + length(others));
      add("drawings", share);
      add("page text", size - share);
    } else if (get(object.dict, "Length1")) add("fonts", size);
    else if (type === "/Image" || get(object.dict, "Subtype") === PDFName.of("Image")) add("images", size);
    else if (type === "") add("fonts", size);
  } else if (!(type(object) === "/XRef")) {
    const kind: Kind = tags.has(object)
      ? "tags"
      : object instanceof PDFDict && (type(object) === "/Annot" || get(object, "Names"))
        ? "links and names"
        : /Font/.test(type(object))
          ? "fonts"
          : object instanceof PDFArray
            ? "tags"
            : "the rest";
    packed.set(kind, `${packed.get(kind) ?? ""}${serialise(object, numbers)}\n`);
  }
}

/** Find the screen PDF in dist/, which holds that for the press and its cover, too. */
function screenPdf(): string {
  const { artifacts } = JSON.parse(readFileSync(`${dist}build.json`, "utf8"));
  const screen = artifacts.find(({ kind }: { kind: string }) => kind === "screen-pdf");
  if (!screen) throw new Error("There is no screen PDF in dist/: npm run build makes one");
  return screen.path;
}

function type(object: PDFObject): string {
  return object instanceof PDFDict ? String(get(object, "Type") ?? "") : "";
}

const alone = new Map([...packed].map(([kind, text]) => [kind, length(text)]));
const unpacked = bytes.length - sum(sizes.values());
for (const [kind, size] of alone) add(kind, (unpacked * size) / sum(alone.values()));
const fonts: FontTexts = new Map();
const words = Buffer.from(
  pages
    .flatMap((page) => readPage(page, fonts).streams.flatMap(({ runs }) => runs.map(({ text }) => text)))
    .join("\n"),
).toString("latin1");

const line = (name: string, size: number) =>
  `${name.padEnd(34)}${size.toFixed(0).padStart(8)}${((100 * size) / bytes.length).toFixed(1).padStart(7)} %`;
for (const [kind, size] of sizes) console.log(line(kind, size));
console.log(line("all", bytes.length));
const pictures = ["fonts", "images", "drawings"] as const;
const base = sum(pictures.map((kind) => sizes.get(kind) ?? 0));
console.log(line("fonts, images, drawings", base));
// What no file of these pages can be without, each compressed as one and in no form that a PDF could have.
const least = {
  "the bare words": words,
  "what links say and where they lead": pages.flatMap(linksOf).join("\n"),
  "where each line stands": pages.flatMap(linesOf).join("\n"),
};
for (const [name, text] of Object.entries(least)) console.log(line(name, length(text)));
const ratio = (size: number) => (size / base).toFixed(2);
console.log(`the file is ${ratio(bytes.length)} times its fonts, images and drawings`);
console.log(
  `with nothing beside them but these three it would be ${ratio(base + sum(Object.values(least).map(length)))} times`,
);

function linksOf({ node }: PDFPage): string[] {
  return listOf(node, "Annots").flatMap((link) => {
    if (!(link instanceof PDFDict)) return [];
    const rect = listOf(link, "Rect").map((edge) => Math.round(numberOf(edge) ?? 0));
    return [textOf(get(link, "Contents")) ?? "", String(link.get(PDFName.of("Dest")) ?? ""), rect.join(" ")];
  });
}

function linesOf(page: PDFPage): string[] {
  return contentStreams(page).flatMap((stream) =>
    operationsOf(streamText(stream)).flatMap(({ name, operands }) =>
      name === "Tm"
        ? [
            operands
              .slice(-2)
              .map((place) => Math.round(Number(place)))
              .join(" "),
          ]
        : [],
    ),
  );
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, each) => total + each, 0);
}
