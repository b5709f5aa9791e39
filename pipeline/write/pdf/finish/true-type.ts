/** What is drawn with, of a program whose glyphs are shown by their numbers (ISO 32000-1, 9.9, and 9.7.4.2); names, characters and licences of fonts are not. */
const drawing = new Set(["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"]);
const [directory, record] = [12, 16];
/** What the checksum of a program comes to, with the adjustment in its head (OpenType 1.9, head). */
const whole = 0xb1b0afba;

/** Write a TrueType program without the tables that no PDF needs; undefined where it has none of these, or is no such program. */
export function leanTrueType(program: Buffer): Buffer | undefined {
  const count = program.length < directory ? 0 : program.readUInt16BE(4);
  if (count === 0 || program.readUInt32BE(0) !== 0x10000 || program.length < directory + count * record)
    return undefined;
  const all = Array.from({ length: count }, (_, index) => {
    const at = directory + index * record;
    const [start, length] = [program.readUInt32BE(at + 8), program.readUInt32BE(at + 12)];
    const tag = program.toString("latin1", at, at + 4);
    return { tag, checksum: program.readUInt32BE(at + 4), data: program.subarray(start, start + length) };
  });
  const tables = all.filter(({ tag }) => drawing.has(tag));
  const head = tables.find(({ tag }) => tag === "head");
  if (tables.length === all.length || !head || head.data.length < directory) return undefined;

  const places: number[] = [];
  let end = directory + tables.length * record;
  for (const { data } of tables) {
    places.push(end);
    end += Math.ceil(data.length / 4) * 4;
  }
  const lean = Buffer.alloc(end);
  const power = Math.floor(Math.log2(tables.length));
  lean.writeUInt32BE(0x10000, 0);
  [tables.length, 2 ** power * record, power, (tables.length - 2 ** power) * record].forEach(
    (value, index) => {
      lean.writeUInt16BE(value, 4 + 2 * index);
    },
  );
  let sum = 0;
  tables.forEach(({ tag, checksum, data }, index) => {
    const [at, place] = [directory + index * record, places[index] ?? 0];
    lean.write(tag, at, "latin1");
    [checksum, place, data.length].forEach((value, field) => {
      lean.writeUInt32BE(value, at + 4 + 4 * field);
    });
    data.copy(lean, place);
    sum += checksum;
  });
  for (let at = 0; at < directory + tables.length * record; at += 4) sum += lean.readUInt32BE(at);
  lean.writeUInt32BE((whole - sum) >>> 0, (places[tables.indexOf(head)] ?? 0) + 8);
  return lean;
}
