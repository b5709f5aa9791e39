import { describe, expect, test } from "vitest";
import { leanTrueType } from "../../../../pipeline/write/pdf/finish/true-type.js";

/** Add up a program as numbers of four bytes (OpenType 1.9, calculating checksums). */
function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4)
    sum += Buffer.concat([bytes.subarray(at, at + 4), Buffer.alloc(3)]).readUInt32BE(0);
  return sum >>> 0;
}

/** Write a program of tables, each begun at a multiple of four. */
function program(tables: Readonly<Record<string, Buffer>>, version = 0x10000): Buffer {
  const all = Object.entries(tables);
  const head = Buffer.alloc(12 + 16 * all.length);
  head.writeUInt32BE(version, 0);
  head.writeUInt16BE(all.length, 4);
  const parts = [head];
  let place = head.length;
  all.forEach(([tag, data], index) => {
    head.write(tag, 12 + 16 * index, "latin1");
    [checksum(data), place, data.length].forEach((value, field) => {
      head.writeUInt32BE(value, 12 + 16 * index + 4 + 4 * field);
    });
    const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    parts.push(padded);
    place += padded.length;
  });
  return Buffer.concat(parts);
}

function tablesOf(bytes: Buffer): Record<string, Buffer> {
  return Object.fromEntries(
    Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => {
      const at = 12 + 16 * index;
      const start = bytes.readUInt32BE(at + 8);
      return [
        bytes.toString("latin1", at, at + 4),
        bytes.subarray(start, start + bytes.readUInt32BE(at + 12)),
      ];
    }),
  );
}

const drawn = {
  fpgm: Buffer.from("instructions"),
  glyf: Buffer.from("outlines of five"),
  head: Buffer.alloc(54, "\0\x01\x02\x03\x04\x05\x06\x07\0\0\0\0more"),
  loca: Buffer.from("places!"),
};
const written = { "OS/2": Buffer.from("weights"), cmap: Buffer.from("a b c"), name: Buffer.from("Anna") };

describe("a TrueType program", () => {
  drawn.head.writeUInt32BE(0, 8);
  const all = program({ "OS/2": written["OS/2"], cmap: written.cmap, ...drawn, name: written.name });
  const lean = leanTrueType(all) ?? Buffer.alloc(12);

  test("keeps the tables that draw, byte for byte, and no others", () => {
    const { head, ...others } = tablesOf(lean);
    const { head: before, ...own } = drawn;
    expect(others).toEqual(own);
    head?.writeUInt32BE(0, 8);
    expect(head).toEqual(before);
    expect(lean.length).toBeLessThan(all.length);
  });

  test("adds up to what a program adds up to", () => {
    const again = leanTrueType(all) ?? Buffer.alloc(12);
    expect(checksum(again)).toBe(0xb1b0afba);
  });

  test.each([
    ["has no others", program(drawn)],
    ["is of another kind", program({ ...drawn, name: written.name }, 0x4f54544f)],
    ["has no head", program({ ...written, glyf: drawn.glyf })],
    ["ends in its directory", all.subarray(0, 40)],
    ["is nothing", Buffer.alloc(0)],
  ])("stays as it is where it %s", (_, bytes) => {
    expect(leanTrueType(bytes)).toBeUndefined();
  });
});
