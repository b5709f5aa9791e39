import { describe, expect, test } from "vitest";
import { writeTables } from "../../../../pipeline/write/pdf/finish/true-type.js";
import { mergeTrueType, readGlyphs } from "../../../../pipeline/write/pdf/join/merge-true-type.js";

/** Make a program of glyphs: for each an outline and a width, nothing for one that is left out. */
function program(
  glyphs: readonly (readonly [outline: string, width: number])[],
  { fpgm = "turns", em = 1000 } = {},
): Buffer {
  const [head, hhea, maxp] = [Buffer.alloc(54), Buffer.alloc(36), Buffer.alloc(32)];
  head.writeUInt16BE(em, 18);
  head.writeInt16BE(0, 50);
  hhea.writeUInt16BE(glyphs.length, 34);
  maxp.writeUInt16BE(glyphs.length, 4);
  maxp.writeUInt16BE(Math.max(...glyphs.map(([outline]) => outline.length)), 6);
  const loca = Buffer.alloc(2 * glyphs.length + 2);
  const hmtx = Buffer.alloc(4 * glyphs.length);
  let end = 0;
  glyphs.forEach(([outline, width], glyph) => {
    end += outline.length;
    loca.writeUInt16BE(end / 2, 2 * glyph + 2);
    hmtx.writeUInt16BE(width, 4 * glyph);
  });
  const glyf = Buffer.from(glyphs.map(([outline]) => outline).join(""));
  const tables = { fpgm: Buffer.from(fpgm), glyf, head, hhea, hmtx, loca, maxp };
  return writeTables(Object.entries(tables).map(([tag, data]) => ({ tag, data })));
}

const shown = (bytes: Buffer | undefined) => {
  const glyphs = bytes && readGlyphs(bytes);
  return Array.from({ length: glyphs?.count ?? 0 }, (_, glyph) => [
    glyphs?.outline(glyph).toString().replaceAll("\0", ""),
    glyphs?.advance(glyph),
  ]);
};

describe("two subsets of one program", () => {
  const one = program([
    ["none", 640],
    ["A-line", 700],
    ["", 0],
    ["", 250],
  ]);
  const other = program([
    ["none", 640],
    ["", 0],
    ["B-round!", 650],
    ["", 0],
    ["", 200],
  ]);

  test("give one, with the outline and the width of every glyph that either has", () => {
    const both = [
      ["none", 640],
      ["A-line", 700],
      ["B-round!", 650],
      ["", 250],
      ["", 200],
    ];
    expect(shown(mergeTrueType(one, other))).toEqual(both);
    expect(shown(mergeTrueType(other, one))).toEqual(both);
  });

  test("have room for the greatest of their glyphs", () => {
    const merged = mergeTrueType(one, other);
    expect(merged && readGlyphs(merged)?.tables.get("maxp")?.readUInt16BE(6)).toBe(8);
  });

  test.each([
    ["draw a glyph otherwise", program([["nine", 640]])],
    ["have other instructions", program([["none", 640]], { fpgm: "bends" })],
    ["have other units", program([["none", 640]], { em: 2048 })],
    ["are no programs", Buffer.from("wOFF")],
  ])("stay two where they %s", (_, bytes) => {
    expect(mergeTrueType(one, bytes)).toBeUndefined();
  });
});
