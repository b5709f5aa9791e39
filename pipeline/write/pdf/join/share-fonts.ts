import { PDFArray, type PDFContext, PDFDict, type PDFObject, PDFRef, PDFStream } from "@cantoo/pdf-lib";
import { toUnicode } from "../condense/to-unicode.js";
import { fontText } from "../content/font-text.js";
import { glyphWidths } from "../content/glyph-widths.js";
import { streamBytes, streamText } from "../content/page-content.js";
import { dictOf, get, listOf, nameOf, toName } from "../values.js";
import { mergeTrueType, readGlyphs } from "./merge-true-type.js";
import type { Run } from "./run.js";

/** A composite font whose glyphs a TrueType program draws. */
interface Face {
  readonly ref: PDFRef;
  readonly font: PDFDict;
  readonly descendant: PDFDict;
  readonly descriptor: PDFDict;
  /** What fonts of one face have in common. */
  readonly key: string;
}

/** Let the runs show what is set in one face by one font, which has the glyphs that any of them uses. */
export function shareFonts(runs: readonly Run[], context: PDFContext): void {
  const known: Face[] = [];
  for (const { objects } of runs) {
    const twins = new Map<PDFRef, PDFRef>();
    for (const face of facesOf(objects)) {
      const shared = known.find((each) => each.key === face.key && merge(each, face, context));
      if (!shared) known.push(face);
      else {
        twins.set(face.ref, shared.ref);
        remove(face, context);
      }
    }
    if (twins.size > 0) for (const [, object] of objects) repoint(object, twins);
  }
}

function facesOf(objects: Run["objects"]): Face[] {
  return objects.flatMap(([ref, font]) => {
    if (!(font instanceof PDFDict) || nameOf(get(font, "Subtype")) !== "Type0") return [];
    const [descendant] = listOf(font, "DescendantFonts");
    if (!(descendant instanceof PDFDict) || nameOf(get(descendant, "CIDToGIDMap")) !== "Identity") return [];
    const descriptor = dictOf(descendant, "FontDescriptor");
    if (!descriptor?.has(toName("FontFile2"))) return [];
    const own = new Set(["FontName", "FontFile2"].map(toName));
    const common = [...descriptor.asMap()].filter(([name]) => !own.has(name));
    const name = nameOf(get(font, "BaseFont"))?.replace(/^[A-Z]{6}\+/, "");
    const key = [name, get(font, "Encoding"), ...common.flat()].join(" ");
    return [{ ref, font, descendant, descriptor, key }];
  });
}

/** Add to a font what another has of the same face; false where they contradict each other, and nothing is done. */
function merge(one: Face, other: Face, context: PDFContext): boolean {
  const [own, others] = [measuresOf(one), measuresOf(other)];
  const characters = union(own.characters, others.characters);
  const widths = union(own.widths, others.widths);
  const program = mergeTrueType(own.program, others.program);
  const [file, table] = [one.descriptor.get(toName("FontFile2")), one.font.get(toName("ToUnicode"))];
  const meanings = context.lookup(table);
  if (!characters || !widths || !program || !(meanings instanceof PDFStream)) return false;
  if (!(file instanceof PDFRef) || !(table instanceof PDFRef)) return false;
  context.assign(file, context.stream(program, { Length1: program.length }));
  const mended = toUnicode(streamText(meanings), characters);
  context.assign(table, context.stream(Buffer.from(mended, "latin1")));
  one.descendant.set(toName("W"), context.obj(widthList(widths, own.standard)));
  return true;
}

/** Read what a font shows by its glyphs, and how wide each is that is used. */
function measuresOf({ font, descendant, descriptor }: Face) {
  const file = get(descriptor, "FontFile2");
  const program = file instanceof PDFStream ? streamBytes(file) : Buffer.alloc(0);
  const { characters } = fontText(font);
  const { widths, standard } = glyphWidths(descendant);
  // Between those that are used, a row of widths has a zero for each that is not.
  const listed = [...widths].flatMap(([code, width]) => (width > 0 ? [code] : []));
  const glyphs = readGlyphs(program);
  const numbers = Array.from({ length: glyphs?.count ?? 0 }, (_, code) => code);
  const drawn = numbers.filter((code) => (glyphs?.outline(code).length ?? 0) > 0);
  const used = new Set([...characters.keys(), ...listed, ...drawn]);
  // What is not listed may be as wide as most, have no width, or be a part of other glyphs that is never shown: the program tells.
  const widthOf = (code: number) => {
    const advance = Math.round(((glyphs?.advance(code) ?? 0) * 1000) / (glyphs?.em ?? 1000));
    return widths.get(code) || (Math.abs(advance - standard) < 1 ? standard : advance);
  };
  const all = new Map([...used].map((code) => [code, widthOf(code)]));
  return { program, characters, widths: all, standard };
}

/** Put two tables together; undefined where they contradict each other. */
function union<Value>(
  one: ReadonlyMap<number, Value>,
  other: ReadonlyMap<number, Value>,
): Map<number, Value> | undefined {
  const both = new Map(one);
  for (const [code, value] of other) {
    if ((both.get(code) ?? value) !== value) return undefined;
    both.set(code, value);
  }
  return both;
}

/** Write widths as `first [w w …]`, without those that are so wide as all others (ISO 32000-1, 9.7.4.3). */
function widthList(widths: ReadonlyMap<number, number>, standard: number): (number | number[])[] {
  const list: (number | number[])[] = [];
  let row: number[] = [];
  let next = Number.NaN;
  for (const [code, width] of [...widths].toSorted(([one], [other]) => one - other)) {
    if (width === standard) continue;
    if (code !== next) {
      row = [];
      list.push(code, row);
    }
    row.push(width);
    next = code + 1;
  }
  return list;
}

/** Take a font out with the parts that are its own. */
function remove({ ref, font, descendant, descriptor }: Face, context: PDFContext): void {
  const parts = [
    ref,
    font.get(toName("ToUnicode")),
    descendant.get(toName("FontDescriptor")),
    descriptor.get(toName("FontFile2")),
    ...[font.lookup(toName("DescendantFonts"))].flatMap((list) =>
      list instanceof PDFArray ? list.asArray() : [],
    ),
  ];
  for (const part of parts) if (part instanceof PDFRef) context.delete(part);
}

/** Let whatever in an object refers to one of these refer to its twin. */
function repoint(object: PDFObject, twins: ReadonlyMap<PDFRef, PDFRef>): void {
  if (object instanceof PDFStream) repoint(object.dict, twins);
  else if (object instanceof PDFDict)
    for (const [key, value] of object.entries()) {
      const twin = value instanceof PDFRef ? twins.get(value) : undefined;
      if (twin) object.set(key, twin);
      else repoint(value, twins);
    }
  else if (object instanceof PDFArray) for (const member of object.asArray()) repoint(member, twins);
}
