/** What a TrueType program says of its glyphs (OpenType 1.9, head, hhea, hmtx, maxp). */
export interface TrueType {
  readonly glyphs: number;
  /** In thousandths of the size; the last that is given holds for all glyphs that follow. */
  widthOf(glyph: number): number;
}

/** Read a TrueType program; undefined where a table that counts is missing or too short. */
export function readTrueType(bytes: Buffer): TrueType | undefined {
  if (bytes.length < 12) return undefined;
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < bytes.readUInt16BE(4); index++) {
    const record = 12 + 16 * index;
    if (record + 16 > bytes.length) return undefined;
    const start = bytes.readUInt32BE(record + 8);
    tables.set(
      bytes.toString("latin1", record, record + 4),
      bytes.subarray(start, start + bytes.readUInt32BE(record + 12)),
    );
  }
  const [head, hhea, hmtx, maxp] = ["head", "hhea", "hmtx", "maxp"].map((name) => tables.get(name));
  if (!head || !hhea || !hmtx || !maxp || head.length < 20 || hhea.length < 36 || maxp.length < 6)
    return undefined;
  const unitsPerEm = head.readUInt16BE(18);
  const count = hhea.readUInt16BE(34);
  if (unitsPerEm === 0 || hmtx.length < 4 * count) return undefined;
  const widthOf = (glyph: number) =>
    count === 0 ? 0 : (hmtx.readUInt16BE(4 * Math.min(glyph, count - 1)) * 1000) / unitsPerEm;
  return { glyphs: maxp.readUInt16BE(4), widthOf };
}
