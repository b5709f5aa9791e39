import { PDFArray, PDFDict, PDFRef, PDFStream } from "@cantoo/pdf-lib";
import { toUnicode } from "../condense/to-unicode.js";
import { fontText } from "../content/font-text.js";
import { glyphWidths } from "../content/glyph-widths.js";
import { streamBytes, streamText } from "../content/page-content.js";
import { dictOf, get, listOf, nameOf, toName } from "../values.js";
import type { Joined } from "./joined.js";
import { mergeTrueType, readGlyphs } from "./merge-true-type.js";

/** A composite font whose glyphs a TrueType program draws. */
interface Face {
  readonly file: Joined;
  readonly ref: PDFRef;
  readonly font: PDFDict;
  readonly descendant: PDFDict;
  readonly descriptor: PDFDict;
  /** What fonts of one face have in common. */
  readonly key: string;
}

/** Let the files show what is set in one face by one font, which has the glyphs that any of them uses. */
export function shareFonts(files: readonly Joined[]): void {
  const known: Face[] = [];
  for (const file of files) {
    const own = facesOf(file);
    for (const face of own) {
      const shared = known.find((each) => each.key === face.key && merge(each, face));
      if (shared) replace(face, shared);
      else known.push(face);
    }
  }
}

function facesOf(file: Joined): Face[] {
  return file.pdf.context.enumerateIndirectObjects().flatMap(([ref, font]) => {
    if (!(font instanceof PDFDict) || nameOf(get(font, "Subtype")) !== "Type0") return [];
    const [descendant] = listOf(font, "DescendantFonts");
    if (!(descendant instanceof PDFDict) || nameOf(get(descendant, "CIDToGIDMap")) !== "Identity") return [];
    const descriptor = dictOf(descendant, "FontDescriptor");
    if (!descriptor?.has(toName("FontFile2"))) return [];
    const own = new Set(["FontName", "FontFile2"].map(toName));
    const common = [...descriptor.asMap()].filter(([name]) => !own.has(name));
    const name = nameOf(get(font, "BaseFont"))?.replace(/^[A-Z]{6}\+/, "");
    const key = [name, get(font, "Encoding"), ...common.flat()].join(" ");
    return [{ file, ref, font, descendant, descriptor, key }];
  });
}

/** Add to a font what another has of the same face; false where they contradict each other, and nothing is done. */
function merge(one: Face, other: Face): boolean {
  const [own, others] = [measuresOf(one), measuresOf(other)];
  const characters = union(own.characters, others.characters);
  const widths = union(own.widths, others.widths);
  const program = mergeTrueType(own.program, others.program);
  const table = get(one.font, "ToUnicode");
  if (!characters || !widths || !program || !(table instanceof PDFStream)) return false;
  const { context } = one.file.pdf;
  const meanings = Buffer.from(toUnicode(streamText(table), characters), "latin1");
  one.descriptor.set(
    toName("FontFile2"),
    context.register(context.stream(program, { Length1: program.length })),
  );
  one.font.set(toName("ToUnicode"), context.register(context.stream(meanings)));
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

/** Show what a font of one file shows by that of another; its own parts are not written. */
function replace({ file, ref, font, descendant, descriptor }: Face, shared: Face): void {
  const parts = [
    font.get(toName("ToUnicode")),
    descendant.get(toName("FontDescriptor")),
    descriptor.get(toName("FontFile2")),
    ...[font.lookup(toName("DescendantFonts"))].flatMap((list) =>
      list instanceof PDFArray ? list.asArray() : [],
    ),
  ];
  for (const part of parts) if (part instanceof PDFRef) file.left.add(part);
  file.twins.set(ref, shared);
}
