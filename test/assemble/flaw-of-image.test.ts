import { describe, expect, test } from "vitest";
import { flawOfImage } from "../../pipeline/assemble/flaw-of-image.js";
import { flatJpeg } from "../support/jpeg.js";
import { png } from "../support/png.js";

const text = (words: string) => new TextEncoder().encode(words);
const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));

/** A camera's file: a preview with an end of its own before the picture, and what it appended behind it. */
function camera(): Buffer {
  const picture = Buffer.from(flatJpeg(64, 64));
  const preview = Buffer.from(flatJpeg(8, 8));
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(preview.length + 2, 2);
  return Buffer.concat([picture.subarray(0, 2), head, preview, picture.subarray(2), Buffer.from("appended")]);
}

/** A format, a whole image of it, and how many of its last bytes nobody would miss. */
const images = [
  ["image/png", png(9, 9), 0],
  ["image/jpeg", flatJpeg(64, 64), 0],
  ["image/jpeg", camera(), "appended".length],
  ["image/gif", bytes("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"), 1],
  ["image/webp", bytes("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"), 0],
] as const;

describe("an image file", () => {
  test.each(images)("%s is whole, and not wherever it is cut", (mediaType, whole, spare) => {
    expect(flawOfImage(whole, mediaType)).toBeUndefined();
    for (let length = 20; length < whole.length - spare; length++)
      expect([length, flawOfImage(whole.subarray(0, length), mediaType)]).toEqual([
        length,
        "its end is missing",
      ]);
  });

  test("is damaged where a checksum of its picture says so, and not where only that of a remark does", () => {
    const picture = Buffer.from(png(9, 9));
    picture.writeUInt8(0x55, picture.indexOf("IDAT") + 8);
    expect(flawOfImage(picture, "image/png")).toBe("a part of it is damaged");
    const remark = Buffer.from([0, 0, 0, 1, ...text("tEXtx"), 0, 0, 0, 0]);
    const remarked = Buffer.concat([png(9, 9).subarray(0, 33), remark, png(9, 9).subarray(33)]);
    expect(flawOfImage(remarked, "image/png")).toBeUndefined();
  });
});
