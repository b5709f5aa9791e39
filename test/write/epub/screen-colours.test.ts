import { describe, expect, test } from "vitest";
import { inScreenColours, isInInks } from "../../../pipeline/write/epub/screen-colours.js";
import { loadVips } from "../../../pipeline/write/pdf/press/colour/vips.js";
import { flatJpeg } from "../../support/jpeg.js";
import { png } from "../../support/png.js";

/** A photograph of four quarters in the inks of a press: cyan and magenta above, yellow and black below; as an editor of pictures writes it. */
async function fourInks(more: object = {}): Promise<Uint8Array> {
  const vips = await loadVips();
  const pixels = new Uint8Array(64 * 64 * 4);
  for (let i = 0; i < 64 * 64; i++) pixels[i * 4 + (i < 64 * 32 ? 0 : 2) + (i % 64 < 32 ? 0 : 1)] = 255;
  const image = vips.Image.newFromMemory(pixels, 64, 64, 4, vips.BandFormat.uchar).copy({
    interpretation: "cmyk",
  });
  return Uint8Array.from(image.writeToBuffer(".jpg", { Q: 95, subsample_mode: "off", ...more }));
}

async function coloursOf(bytes: Uint8Array): Promise<{ bands: number; colours: number[][] }> {
  const vips = await loadVips();
  const image = vips.Image.newFromBuffer(bytes);
  const at = [
    [16, 16],
    [48, 16],
    [16, 48],
    [48, 48],
  ] as const;
  return { bands: image.bands, colours: at.map(([x, y]) => [...image.getpoint(x, y)]) };
}

describe("the e-book", () => {
  test.each([{}, { profile: "cmyk" }])(
    "has photographs in inks in the colours of screens: %s",
    async (more) => {
      const bytes = await fourInks(more);
      expect(isInInks(bytes)).toBe(true);
      const { files, damages } = await inScreenColours([{ href: "images/a.jpg", bytes }]);
      expect(damages).toEqual([]);
      const [file] = files;
      expect(isInInks(file?.bytes ?? bytes)).toBe(false);
      const { bands, colours } = await coloursOf(file?.bytes ?? bytes);
      expect(bands).toBe(3);
      const [cyan = [], magenta = [], yellow = [], black = []] = colours;
      const near = (colour: number[], wanted: number[]) =>
        colour.every((value, i) => Math.abs(value - (wanted[i] ?? 0)) < 25);
      expect(
        [cyan, magenta, yellow, black].map((colour, i) =>
          near(
            colour,
            [
              [0, 158, 227],
              [229, 24, 131],
              [255, 237, 0],
              [40, 37, 40],
            ][i] ?? [],
          ),
        ),
      ).toEqual([true, true, true, true]);
    },
  );

  test("leaves every other file as it is", async () => {
    const others = [flatJpeg(9, 9), png(9, 9), new Uint8Array()].map((bytes, i) => ({
      href: `images/${i}`,
      bytes,
    }));
    expect((await inScreenColours(others)).files).toBe(others);
  });

  test("tells a photograph in inks that cannot be read", async () => {
    const whole = Buffer.from(await fourInks());
    const bytes = whole.subarray(0, whole.indexOf("ffc0", "hex") + 30);
    const { files, damages } = await inScreenColours([{ href: "images/a.jpg", bytes }]);
    expect(files[0]?.bytes).toBe(bytes);
    expect(damages).toMatchObject([{ reason: expect.any(String) }]);
  });
});
