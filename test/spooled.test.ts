import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Spooled } from "../pipeline/publication.js";
import { firstDifference, partOf, piecesOf, sha256Of, spooled, spooledText } from "../pipeline/spooled.js";

const piece = 2 ** 20;
const bytes = Buffer.alloc(2 * piece + 5, "some words ");

/** A file that notes how much of it is read at once. */
function noting(content: Uint8Array): Spooled & { readonly sizes: number[] } {
  const file = spooled(content);
  const sizes: number[] = [];
  return {
    size: file.size,
    sizes,
    read(from = 0, to = file.size) {
      sizes.push(to - from);
      return file.read(from, to);
    },
  };
}

test("a file is gone through in pieces, all of them in their order", () => {
  const pieces = [...piecesOf(spooled(bytes))];
  expect(pieces.map(({ length }) => length)).toEqual([piece, piece, 5]);
  expect(Buffer.compare(Buffer.concat(pieces), bytes)).toBe(0);
  expect([...piecesOf(spooledText(""))]).toEqual([]);
  expect([...piecesOf(spooled(bytes.subarray(0, piece)))]).toHaveLength(1);
});

test("a part of a file is a file, and has parts", () => {
  const part = partOf(spooledText("0123456789"), 2, 8);
  expect([part.size, String(part.read()), String(part.read(4)), String(part.read(1, 3))]).toEqual([
    6,
    "234567",
    "67",
    "34",
  ]);
  expect(String(partOf(part, 1, 3).read())).toBe("34");
  expect(sha256Of(partOf(spooled(bytes), 3, bytes.length))).toBe(sha256Of(spooled(bytes.subarray(3))));
});

test("the digest is that of all bytes, of which few are read at once", () => {
  const file = noting(bytes);
  expect(sha256Of(file)).toBe(createHash("sha256").update(bytes).digest("hex"));
  expect(file.sizes).toEqual([piece, piece, 5]);
  expect(sha256Of(spooledText(""))).toBe(createHash("sha256").digest("hex"));
});

test("the first byte that differs", () => {
  const between = (one: string, other: string) => firstDifference(spooledText(one), spooledText(other));
  expect(between("same", "same")).toBeUndefined();
  expect(between("same", "sane")).toBe(2);
  expect([between("same", "sam"), between("sam", "same"), between("", "s")]).toEqual([3, 3, 0]);
});

test.each([0, piece - 1, piece, piece + 1, 2 * piece - 1, 2 * piece, 2 * piece + 4])(
  "the first byte that differs is found at %i, with later ones",
  (at) => {
    const other = Buffer.from(bytes).fill(0, at);
    expect(firstDifference(spooled(bytes), spooled(other))).toBe(at);
    expect(firstDifference(spooled(bytes), spooled(bytes.subarray(0, at)))).toBe(at);
    expect(firstDifference(spooled(bytes.subarray(0, at)), spooled(bytes))).toBe(at);
  },
);

test("of files that are compared, few bytes are read at once, and none behind the difference", () => {
  const [one, other] = [noting(bytes), noting(Buffer.from(bytes).fill(0, piece + 1))];
  expect(firstDifference(one, noting(Buffer.from(bytes)))).toBeUndefined();
  expect(one.sizes).toEqual([piece, piece, 5]);
  expect(firstDifference(noting(bytes), other)).toBe(piece + 1);
  expect(other.sizes).toEqual([piece, piece]);
});
