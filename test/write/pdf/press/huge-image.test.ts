import { expect, test } from "vitest";
import { measureImage } from "../../../../pipeline/assemble/measure-image.js";
import { loadVips } from "../../../../pipeline/write/pdf/press/colour/vips.js";
import { convertImage } from "../../../../pipeline/write/pdf/press/images/convert-image.js";
import { png } from "../../../support/png.js";
import { jpeg } from "../../../support/wave-jpeg.js";

test("a PNG of 20,000 pixels square is refused by its size, before anything unpacks it", () => {
  const image = Buffer.from(png(20, 20));
  // Width and height, in the first chunk.
  image.writeUInt32BE(20_000, 16);
  image.writeUInt32BE(20_000, 20);
  expect(measureImage(image)).toBe("it has 400 million pixels; expected 100 million at most, or a JPEG");
});

test("a JPEG of 20,000 pixels across becomes as fine as a printer can use", async () => {
  const source = { kind: "jpeg", bytes: await jpeg(20_000, 100), width: 20_000, height: 100 } as const;
  const { width, height } = convertImage(await loadVips(), source, { space: "grey" }, 1500);
  expect([width, [7, 8].includes(height)]).toEqual([1500, true]);
});
