import { drawingTables, readTables, type Table, writeTables } from "../finish/true-type.js";

/** What a program has for its glyphs, by their numbers, in units of which `em` are its size. */
export interface Glyphs {
  readonly tables: ReadonlyMap<string, Buffer>;
  readonly count: number;
  readonly em: number;
  /** Empty where there is none. */
  readonly outline: (glyph: number) => Buffer;
  readonly advance: (glyph: number) => number;
  readonly bearing: (glyph: number) => number;
}

/**
 * Merge two subsets of one TrueType program in which glyphs have kept their numbers, with the tables alone that a PDF needs; undefined where they
 * are not of one program (OpenType 1.9: glyf, loca, hmtx, maxp).
 */
export function mergeTrueType(one: Buffer, other: Buffer): Buffer | undefined {
  const [first, second] = [readGlyphs(one), readGlyphs(other)];
  if (!first || !second || !isSameProgram(first, second)) return undefined;
  const count = Math.max(first.count, second.count);
  const outlines: Buffer[] = [];
  const metrics = Buffer.alloc(4 * count);
  for (let glyph = 0; glyph < count; glyph++) {
    const [own, others] = [first.outline(glyph), second.outline(glyph)];
    if (own.length > 0 && others.length > 0 && !own.equals(others)) return undefined;
    // A space has no outline: where a subset leaves a glyph out, its width is nothing, too.
    const isOwn = own.length > 0 || (others.length === 0 && first.advance(glyph) > 0);
    const from = isOwn ? first : second;
    outlines.push(padded(from.outline(glyph)));
    metrics.writeUInt16BE(from.advance(glyph), 4 * glyph);
    metrics.writeInt16BE(from.bearing(glyph), 4 * glyph + 2);
  }
  const places = Buffer.alloc(4 * (count + 1));
  let end = 0;
  outlines.forEach((outline, glyph) => {
    end += outline.length;
    places.writeUInt32BE(end, 4 * (glyph + 1));
  });
  const tables = new Map(first.tables);
  tables.set("glyf", Buffer.concat(outlines));
  tables.set("hmtx", metrics);
  tables.set("loca", places);
  tables.set("maxp", greatest(tables.get("maxp"), second.tables.get("maxp"), count));
  tables.set(
    "head",
    changed(tables.get("head"), (head) => head.writeInt16BE(1, 50)),
  );
  tables.set(
    "hhea",
    changed(tables.get("hhea"), (hhea) => hhea.writeUInt16BE(count, 34)),
  );
  return writeTables([...tables].map(([tag, data]): Table => ({ tag, data })));
}

/** Read the glyphs of a TrueType program; undefined where it is none. */
export function readGlyphs(program: Buffer): Glyphs | undefined {
  const tables = new Map(drawingTables(readTables(program) ?? []).map(({ tag, data }) => [tag, data]));
  const [glyf, loca, hmtx] = ["glyf", "loca", "hmtx"].map((tag) => tables.get(tag));
  const [head, hhea, maxp] = ["head", "hhea", "maxp"].map((tag) => tables.get(tag));
  if (!glyf || !loca || !hmtx || !head || !hhea || !maxp) return undefined;
  const count = maxp.readUInt16BE(4);
  const long = head.readInt16BE(50) === 1;
  const place = (glyph: number) => (long ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph));
  const full = hhea.readUInt16BE(34);
  return {
    tables,
    count,
    em: head.readUInt16BE(18),
    outline: (glyph) => glyf.subarray(...(glyph < count ? [place(glyph), place(glyph + 1)] : [0, 0])),
    advance: (glyph) => (glyph < count ? hmtx.readUInt16BE(4 * Math.min(glyph, full - 1)) : 0),
    bearing: (glyph) =>
      glyph < count ? hmtx.readInt16BE(glyph < full ? 4 * glyph + 2 : 2 * full + 2 * glyph) : 0,
  };
}

/** Whether what all glyphs have in common is the same: the units of the em, and the instructions. */
function isSameProgram(one: Glyphs, other: Glyphs): boolean {
  const none = Buffer.alloc(0);
  const tableOf = ({ tables }: Glyphs, tag: string) => tables.get(tag) ?? none;
  const isSame = (tag: string) => tableOf(one, tag).equals(tableOf(other, tag));
  return one.em === other.em && ["cvt ", "fpgm", "prep"].every(isSame);
}

function padded(outline: Buffer): Buffer {
  const rest = -outline.length & 3;
  return rest === 0 ? outline : Buffer.concat([outline, Buffer.alloc(rest)]);
}

function changed(table: Buffer | undefined, change: (table: Buffer) => void): Buffer {
  const copy = Buffer.from(table ?? []);
  change(copy);
  return copy;
}

/** Take of each limit the greater one; all are numbers of two bytes behind the version. */
function greatest(one: Buffer | undefined, other: Buffer | undefined, glyphs: number): Buffer {
  return changed(one, (maxp) => {
    for (let at = 4; at + 1 < Math.min(maxp.length, other?.length ?? 0); at += 2)
      maxp.writeUInt16BE(Math.max(maxp.readUInt16BE(at), other?.readUInt16BE(at) ?? 0), at);
    maxp.writeUInt16BE(glyphs, 4);
  });
}
