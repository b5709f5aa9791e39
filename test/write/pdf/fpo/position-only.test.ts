import { describe, expect, test } from "vitest";
import { measureImage } from "../../../../pipeline/assemble/measure-image.js";
import { placeOf, positionOnly } from "../../../../pipeline/write/pdf/fpo/position-only.js";
import { loadVips } from "../../../../pipeline/write/pdf/press/colour/vips.js";
import { jpeg } from "../../../support/wave-jpeg.js";

const saved = async (
  options: object,
  change: (image: Image) => Image = (image) => image,
  [width, height]: readonly [number, number] = [203, 131],
) => {
  const vips = await loadVips();
  const image = change(vips.Image.newFromBuffer(await jpeg(width, height)));
  return Buffer.from(image.writeToBuffer(".jpg", options));
};
type Image = ReturnType<Awaited<ReturnType<typeof loadVips>>["Image"]["newFromBuffer"]>;

describe("a JPEG for position only", () => {
  test.each([
    ["a photograph", () => saved({})],
    ["one of full colour", () => saved({ subsample_mode: "off" })],
    ["a progressive one", () => saved({ interlace: true })],
    ["a grey one", () => saved({}, (image) => image.colourspace("b-w"))],
    ["one with a profile", () => saved({ profile: "p3" })],
    ["one of a pixel", () => saved({}, undefined, [1, 1])],
    ["one of a few blocks", () => saved({}, undefined, [17, 8])],
  ])("is read whole, as large as %s, with its profile, and of one grey", async (_, make) => {
    const original = await make();
    const position = positionOnly(original, "images/Kai über Nacht.jpg") as Buffer;
    const vips = await loadVips();
    const [of, is] = [original, position].map((bytes) =>
      vips.Image.newFromBuffer(bytes, "", { fail_on: "warning" } as object),
    ) as [Image, Image];
    expect([is.width, is.height, is.bands]).toEqual([of.width, of.height, of.bands]);
    expect(is.getTypeof("icc-profile-data")).toBe(of.getTypeof("icc-profile-data"));
    expect([is.min(), is.max()]).toEqual([128, 128]);
    expect(measureImage(position)).toEqual(measureImage(original));
    expect(placeOf(position)).toBe("images/Kai über Nacht.jpg");
    expect(placeOf(original)).toBeUndefined();
  });

  test("takes a fraction of a photograph's bytes", async () => {
    const original = await saved({}, undefined, [1200, 800]);
    expect(positionOnly(original, "a.jpg")?.length).toBeLessThan(original.length / 5);
  });

  test.each([
    ["in the inks of a press", () => saved({}, (image) => image.colourspace("cmyk"))],
    [
      "that is to be turned",
      () =>
        saved({ keep: "all" }, (image) => {
          const copy = image.copy();
          copy.setInt("orientation", 3);
          return copy;
        }),
    ],
    ["whose head is cut off", async () => (await saved({ profile: "p3" })).subarray(0, 200)],
    ["of nothing but its first bytes", async () => Buffer.from([0xff, 0xd8, 0xff])],
    ["that is none", async () => Buffer.from("GIF89a, and no JPEG at all")],
    [
      "that says behind its frame that it is to be turned",
      async () => {
        const bytes = await saved({});
        const exif = "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x03\0\0\0\0\0\0";
        const segment = Buffer.from(`\xff\xe1\0${String.fromCharCode(exif.length + 2)}${exif}`, "latin1");
        const scan = bytes.indexOf(Buffer.from([0xff, 0xda]));
        return Buffer.concat([bytes.subarray(0, scan), segment, bytes.subarray(scan)]);
      },
    ],
    [
      "of twelve bits",
      async () => {
        const bytes = await saved({});
        bytes[bytes.indexOf(Buffer.from([0xff, 0xc0])) + 4] = 12;
        return bytes;
      },
    ],
  ])("is not made of a file %s", async (_, make) => {
    expect(positionOnly(await make(), "a.jpg")).toBeUndefined();
  });
});
