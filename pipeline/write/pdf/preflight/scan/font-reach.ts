import type { PDFDict } from "@cantoo/pdf-lib";
import { streamBytes } from "../../content/page-content.js";
import { readTables } from "../../finish/true-type.js";
import type { FontFacts } from "../../ua/read-fonts.js";

/** How wide the glyphs of a font are by their codes of two bytes, and how far they reach, all in thousandths of the font's size. */
export interface FontReach {
  readonly widths: Float64Array;
  /** Of all codes behind these. */
  readonly standard: number;
  /** The most that any glyph reaches beyond where the pen stands before it and after it, and beyond the line. */
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Find the reach of each font by its dictionary; those of which nobody can be sure are not among them. */
export function reachOfFonts(fonts: readonly FontFacts[]): ReadonlyMap<PDFDict, FontReach> {
  return new Map(
    fonts.flatMap((font) => {
      const reach = reachOf(font);
      return reach ? [[font.dictionary, reach] as const] : [];
    }),
  );
}

/** Of a font that brings its program, in TrueType, and shows its glyphs by their numbers, as browsers' fonts do. */
function reachOf({ isIdentity, trueType, program, widths: known }: FontFacts): FontReach | undefined {
  if (!isIdentity || !trueType || !program) return undefined;
  const widths = new Float64Array(Math.max(-1, ...known.widths.keys()) + 1).fill(known.standard);
  for (const [code, width] of known.widths) widths[code] = width;
  // What has no outlines is taken for as high as the size, and as wide as its advance.
  let [left, right, bottom, top] = [0, 0, 0, 1000];
  const boxes = glyphBoxes(streamBytes(program));
  if (!boxes) return undefined;
  for (const [glyph, box] of boxes.entries()) {
    if (!box) continue;
    left = Math.min(left, box[0]);
    right = Math.max(right, box[2] - (widths[glyph] ?? known.standard));
    bottom = Math.min(bottom, box[1]);
    top = Math.max(top, box[3]);
  }
  return { widths, standard: known.standard, left, right, bottom, top };
}

type GlyphBox = readonly [left: number, bottom: number, right: number, top: number];

/** Read the boxes of all glyphs, in thousandths; undefined for those without outlines, and for a program that does not hold them (OpenType 1.9, glyf and loca). */
function glyphBoxes(bytes: Buffer): readonly (GlyphBox | undefined)[] | undefined {
  const tables = new Map(readTables(bytes)?.map(({ tag, data }) => [tag, data]));
  const [head, loca, glyf] = ["head", "loca", "glyf"].map((tag) => tables.get(tag));
  if (!head || !loca || !glyf || head.length < 54) return undefined;
  const scale = 1000 / head.readUInt16BE(18);
  const isLong = head.readInt16BE(50) !== 0;
  const placeOf = (glyph: number) =>
    isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph);
  const count = Math.floor(loca.length / (isLong ? 4 : 2)) - 1;
  const boxes: (GlyphBox | undefined)[] = [];
  for (let glyph = 0; glyph < count; glyph++) {
    const [from, to] = [placeOf(glyph), placeOf(glyph + 1)];
    if (from + 10 > Math.min(to, glyf.length) && from !== to) return undefined;
    const side = (index: number) => glyf.readInt16BE(from + 2 + 2 * index) * scale;
    boxes.push(from === to ? undefined : [side(0), side(1), side(2), side(3)]);
  }
  return boxes;
}
