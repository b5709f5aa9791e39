import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { compressed } from "../../../../pipeline/write/pdf/finish/compressed.js";

/** Bytes that repeat themselves somewhat, the same each time. */
function bytesOf(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 1;
  for (let at = 0; at < length; at++) {
    state = (state * 48271) % 2147483647;
    bytes[at] = state % (state % 3 === 0 ? 256 : 8);
  }
  return bytes;
}

describe("deflating", () => {
  // Its portions are 65,536 bytes long.
  test.each([0, 1, 1000, 65_535, 65_536, 65_537, 300_000])("gives %d bytes back whole", (length) => {
    const bytes = bytesOf(length);
    expect(inflateSync(compressed(bytes)).equals(bytes)).toBe(true);
  });

  test("goes on over portions that cannot be made smaller", () => {
    const noise = Buffer.concat(
      Array.from({ length: 8192 }, (_, index) => createHash("sha256").update(String(index)).digest()),
    );
    expect(inflateSync(compressed(noise)).equals(noise)).toBe(true);
  });
});
