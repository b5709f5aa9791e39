import { expect, test } from "vitest";
import { pack, toPng, toTruePng } from "../../../../pipeline/write/pdf/preflight/raster/to-png.js";
import { loadVips } from "../../../../pipeline/write/pdf/press/colour/vips.js";

test.each([3, 16, 17, 256])(
  "pixels that number %i colours become a PNG that others read so",
  async (count) => {
    const pixels = Uint8Array.of(0, 1, 2, 2, count - 1, 0);
    const colours = Uint8Array.from({ length: 3 * count }, (_, at) => (at * 37) % 256);
    const { mediaType, bytes } = toPng(pack(3, pixels, count), colours);
    expect(mediaType).toBe("image/png");
    const vips = await loadVips();
    const image = vips.Image.newFromBuffer(bytes);
    expect([image.width, image.height, image.bands]).toEqual([3, 2, 3]);
    const shown = [...pixels].flatMap((number) => [...colours.subarray(3 * number, 3 * number + 3)]);
    expect([...image.writeToMemory()]).toEqual(shown);
    image.delete();
  },
);

test("pixels in their own colours become a PNG that others read so", async () => {
  const pixels = Uint8Array.from({ length: 3 * 6 }, (_, at) => (at * 37) % 256);
  const vips = await loadVips();
  const image = vips.Image.newFromBuffer(toTruePng(3, pixels).bytes);
  expect([image.width, image.height, image.bands]).toEqual([3, 2, 3]);
  expect([...image.writeToMemory()]).toEqual([...pixels]);
  image.delete();
});
