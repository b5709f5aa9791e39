import { expect, test } from "vitest";
import { loadVips } from "../../../../pipeline/write/pdf/press/colour/vips.js";
import { convertImage } from "../../../../pipeline/write/pdf/press/images/convert-image.js";
import { jpeg } from "../../../support/wave-jpeg.js";

const convert = async (bytes: Uint8Array) =>
  convertImage(await loadVips(), { kind: "jpeg", bytes, width: 120, height: 80 }, { space: "grey" }, 120);

test("a JPEG of which a decoder only complains is converted like any other", async () => {
  const whole = await jpeg(120, 80);
  const odd = Uint8Array.from(whole);
  // The end of the spectrum that its only scan has, which decoders of sequential files know without being told.
  const scan = Buffer.from(odd).indexOf(Buffer.from([0xff, 0xda]));
  const end = scan + 2 + Buffer.from(odd).readUInt16BE(scan + 2) - 2;
  expect(odd[end]).toBe(63);
  odd[end] = 0;
  expect((await convert(odd)).bytes).toEqual((await convert(whole)).bytes);
});

test("one that lacks a part of its picture is not", async () => {
  const whole = await jpeg(120, 80);
  const half = Buffer.concat([whole.subarray(0, whole.length / 2), Buffer.from([0xff, 0xd9])]);
  await expect(convert(half)).rejects.toMatchObject({
    message: expect.arrayContaining([expect.stringMatching(/premature end/)]),
  });
});
