/** A table of a TrueType program (OpenType 1.9, otff). */
export interface Table {
  readonly tag: string;
  readonly data: Buffer;
}

/** What is drawn with, of a program whose glyphs are shown by their numbers (ISO 32000-1, 9.9, and 9.7.4.2); names, characters and licences of fonts are not. */
const drawing = new Set(["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"]);
const [directory, record] = [12, 16];
/** What the checksum of a program comes to, with the adjustment in its head (OpenType 1.9, head). */
const whole = 0xb1b0afba;

/** Read the tables of a TrueType program; undefined where it is no such program. */
export function readTables(program: Buffer): readonly Table[] | undefined {
  const count = program.length < directory ? 0 : program.readUInt16BE(4);
  if (count === 0 || program.readUInt32BE(0) !== 0x10000 || program.length < directory + count * record)
    return undefined;
  return Array.from({ length: count }, (_, index) => {
    const at = directory + index * record;
    const [start, length] = [program.readUInt32BE(at + 8), program.readUInt32BE(at + 12)];
    return { tag: program.toString("latin1", at, at + 4), data: program.subarray(start, start + length) };
  });
}

/** Take of the tables those that a PDF needs. */
export function drawingTables(tables: readonly Table[]): readonly Table[] {
  return tables.filter(({ tag }) => drawing.has(tag));
}

/** Write a TrueType program without the tables that no PDF needs; undefined where it has none of these, or is no such program. */
export function leanTrueType(program: Buffer): Buffer | undefined {
  const all = readTables(program) ?? [];
  const tables = drawingTables(all);
  const head = tables.find(({ tag }) => tag === "head");
  if (tables.length === all.length || !head || head.data.length < directory) return undefined;
  return writeTables(tables);
}

/** Write a TrueType program of its tables, in the order of their tags; `head` is among them. */
export function writeTables(tables: readonly Table[]): Buffer {
  const places: number[] = [];
  let end = directory + tables.length * record;
  for (const { data } of tables) {
    places.push(end);
    end += Math.ceil(data.length / 4) * 4;
  }
  const program = Buffer.alloc(end);
  const power = Math.floor(Math.log2(tables.length));
  program.writeUInt32BE(0x10000, 0);
  [tables.length, 2 ** power * record, power, (tables.length - 2 ** power) * record].forEach(
    (value, index) => {
      program.writeUInt16BE(value, 4 + 2 * index);
    },
  );
  let adjustment = 0;
  tables.forEach(({ tag, data }, index) => {
    const [at, place] = [directory + index * record, places[index] ?? 0];
    program.write(tag, at, "latin1");
    data.copy(program, place);
    if (tag === "head") {
      adjustment = place + 8;
      // It counts as nothing in the checksums.
      program.writeUInt32BE(0, adjustment);
    }
    const checksum = sumOf(program, place, place + data.length);
    [checksum, place, data.length].forEach((value, field) => {
      program.writeUInt32BE(value, at + 4 + 4 * field);
    });
  });
  program.writeUInt32BE((whole - sumOf(program, 0, end)) >>> 0, adjustment);
  return program;
}

/** Add up a stretch word by word; the bytes behind a table's end are zero. */
function sumOf(program: Buffer, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 4) sum = (sum + program.readUInt32BE(at)) >>> 0;
  return sum;
}
