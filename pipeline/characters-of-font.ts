import { brotliDecompressSync } from "node:zlib";

/** Stretches of code points, both ends included. */
export type Coverage = readonly (readonly [first: number, last: number])[];

/** Read which characters a font has glyphs for, from its `cmap` (OpenType 1.9); TrueType, OpenType or WOFF2. Empty where it cannot be read. */
export function charactersOfFont(bytes: Uint8Array): Coverage {
  const font = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const cmap = font.toString("latin1", 0, 4) === "wOF2" ? cmapOfWoff2(font) : cmapOfSfnt(font);
    return cmap ? rangesOf(cmap) : [];
  } catch (error) {
    if (error instanceof RangeError || error instanceof Error) return [];
    throw error;
  }
}

/** Say whether a font has a glyph for a character. */
export function hasCharacter(coverage: Coverage, character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return coverage.some(([first, last]) => first <= code && code <= last);
}

function cmapOfSfnt(font: Buffer): Buffer | undefined {
  for (let table = 0; table < font.readUInt16BE(4); table++) {
    const record = 12 + 16 * table;
    if (font.toString("latin1", record, record + 4) !== "cmap") continue;
    const offset = font.readUInt32BE(record + 8);
    return font.subarray(offset, offset + font.readUInt32BE(record + 12));
  }
  return undefined;
}

/** Tables lie behind one another in one Brotli stream, in the order of their directory (WOFF 2.0, 4 and 5). */
function cmapOfWoff2(font: Buffer): Buffer | undefined {
  let at = 48;
  const byte = () => font.readUInt8(at++);
  const number = () => {
    let value = 0;
    for (let read = 0; read < 5; read++) {
      const next = byte();
      value = value * 128 + (next & 127);
      if (next < 128) break;
    }
    return value;
  };
  const isOutline = (tag: number) => tag === 10 || tag === 11;
  let offset = 0;
  let cmap: readonly [from: number, length: number] | undefined;
  for (let table = 0; table < font.readUInt16BE(12); table++) {
    const flags = byte();
    const tag = flags & 63;
    if (tag === 63) at += 4;
    const original = number();
    const isTransformed = isOutline(tag) ? flags >> 6 !== 3 : flags >> 6 !== 0;
    const length = isTransformed ? number() : original;
    if (tag === 0) cmap = [offset, length];
    offset += length;
  }
  if (!cmap) return undefined;
  const tables = brotliDecompressSync(font.subarray(at, at + font.readUInt32BE(20)));
  return tables.subarray(cmap[0], cmap[0] + cmap[1]);
}

function rangesOf(cmap: Buffer): Coverage {
  const ranges: [number, number][] = [];
  for (let table = 0; table < cmap.readUInt16BE(2); table++) {
    const offset = cmap.readUInt32BE(8 + 8 * table);
    const format = cmap.readUInt16BE(offset);
    if (format === 4) ranges.push(...segments(cmap, offset));
    if (format === 12) ranges.push(...groups(cmap, offset));
  }
  return ranges;
}

function segments(cmap: Buffer, offset: number): [number, number][] {
  const count = cmap.readUInt16BE(offset + 6) / 2;
  return Array.from({ length: count }, (_, i): [number, number] => [
    cmap.readUInt16BE(offset + 16 + 2 * count + 2 * i),
    cmap.readUInt16BE(offset + 14 + 2 * i),
  ]).filter(([first]) => first !== 0xffff);
}

function groups(cmap: Buffer, offset: number): [number, number][] {
  return Array.from({ length: cmap.readUInt32BE(offset + 12) }, (_, i): [number, number] => [
    cmap.readUInt32BE(offset + 16 + 12 * i),
    cmap.readUInt32BE(offset + 20 + 12 * i),
  ]);
}
