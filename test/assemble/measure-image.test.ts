import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { measureImage } from "../../pipeline/assemble/measure-image.js";
import { png } from "../support/png.js";

/** A PNG that says of itself that it has so many pixels; nobody unpacks it here. */
function claiming(width: number, height: number): Uint8Array {
  const bytes = Buffer.from(png(1, 1));
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

test("an image of 20,000 pixels each way is refused where it is no JPEG, before anyone unpacks it", () => {
  expect(measureImage(claiming(20_000, 20_000))).toBe(
    "it has 400 million pixels; expected 100 million at most, or a JPEG",
  );
  expect(measureImage(claiming(20_000, 4000))).toMatchObject({ width: 20_000, height: 4000 });
});
