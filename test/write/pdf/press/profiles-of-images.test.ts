import { readFileSync } from "node:fs";
import { PDFDocument, PDFName, type PDFRawStream } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { streamText } from "../../../../pipeline/write/pdf/content/page-content.js";
import { openCondition } from "../../../../pipeline/write/pdf/press/colour/convert-colours.js";
import { profileField } from "../../../../pipeline/write/pdf/press/colour/grid.js";
import { meansSrgb } from "../../../../pipeline/write/pdf/press/colour/means-srgb.js";
import { loadVips } from "../../../../pipeline/write/pdf/press/colour/vips.js";
import type { Target } from "../../../../pipeline/write/pdf/press/images/convert-image.js";
import { convertImages } from "../../../../pipeline/write/pdf/press/images/convert-images.js";

const vips = await loadVips();
const output = {
  icc: readFileSync("assets/printers/FOGRA39L_coated.icc"),
  condition: "FOGRA39",
  intent: "relative",
  blackPoint: "compensate",
} as const;
const cmyk = { space: "cmyk", condition: openCondition(vips, output), inkLimit: 400 } as const;

const sRgb = Uint8Array.from([200, 60, 40, 40, 160, 70, 40, 60, 190, 220, 190, 40]);
const image = vips.Image.newFromMemory(sRgb, 4, 1, 3, vips.BandFormat.uchar).copy({ interpretation: "srgb" });
const wide = image.iccTransform("p3", { input_profile: "srgb" });
const p3 = wide.getBlob(profileField);

/** A profile of greys (ICC.1:2004, 8.5): a white, and how light rises with the number. */
function greyProfile(gamma: number): Buffer {
  const tags = [
    ["wtpt", Buffer.from("58595a20000000000000f6d600010000 0000d32d".replace(" ", ""), "hex")],
    [
      "kTRC",
      Buffer.from([
        ...Buffer.from("curv"),
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        1,
        Math.floor(gamma),
        (gamma % 1) * 256,
        0,
        0,
      ]),
    ],
  ] as const;
  const profile = Buffer.alloc(128 + 4 + tags.length * 12 + 40);
  profile.writeUInt32BE(profile.length, 0);
  profile.write("\x02\x10\0\0mntrGRAYXYZ ", 8, "latin1");
  profile.write("acsp", 36);
  profile.write("0000f6d6000100000000d32d", 68, "hex");
  profile.writeUInt32BE(tags.length, 128);
  let end = 132 + tags.length * 12;
  for (const [index, [name, data]] of tags.entries()) {
    profile.write(name, 132 + index * 12);
    profile.writeUInt32BE(end, 136 + index * 12);
    profile.writeUInt32BE(data.length, 140 + index * 12);
    end += data.copy(profile, end);
  }
  return profile;
}

/** Press the one image of a document: what its stream says and holds afterwards. */
async function pressed(pixels: Uint8Array, profile: Uint8Array, components: number, target: Target) {
  const pdf = await PDFDocument.create();
  const { context } = pdf;
  const stream = context.flateStream(pixels, {
    Subtype: "Image",
    Width: pixels.length / components,
    Height: 1,
    ColorSpace: ["ICCBased", context.register(context.flateStream(profile, { N: components }))],
  });
  const ref = context.register(stream);
  const work = {
    vips,
    target,
    placements: [],
    finest: 450,
    cache: undefined,
    spool: undefined,
    onImage: async () => undefined,
  };
  expect(await convertImages(pdf, new Map([[stream, "ink"]]), work)).toEqual([]);
  const after = context.lookup(ref) as PDFRawStream;
  return {
    space: after.dict.get(PDFName.of("ColorSpace"))?.toString(),
    levels: [...Buffer.from(streamText(after), "latin1")],
  };
}

const farthest = (a: readonly number[], b: readonly number[]) =>
  Math.max(...a.map((level, at) => Math.abs(level - (b[at] ?? 0))));

test("a screenshot in the colours of a wider screen is printed in the colours that it shows", async () => {
  const standard = image.iccTransform("srgb", { input_profile: "srgb" }).getBlob(profileField);
  expect([meansSrgb(vips, standard), meansSrgb(vips, p3)]).toEqual([true, false]);
  const shown = await pressed(sRgb, standard, 3, cmyk);
  const same = await pressed(Uint8Array.from(wide.writeToMemory()), p3, 3, cmyk);
  expect([shown.space, same.space]).toEqual(["/DeviceCMYK", "/DeviceCMYK"]);
  expect(farthest(same.levels, shown.levels)).toBeLessThanOrEqual(4);
  // And in no others: the same numbers mean stronger colours there.
  expect(farthest((await pressed(sRgb, p3, 3, cmyk)).levels, shown.levels)).toBeGreaterThan(15);
  const greys = [
    await pressed(sRgb, standard, 3, { space: "grey" }),
    await pressed(sRgb, p3, 3, { space: "grey" }),
  ];
  expect(greys[0]?.levels).not.toEqual(greys[1]?.levels);
});

test("greys that a profile describes become black ink alone, as light as they are", async () => {
  const { space, levels } = await pressed(Uint8Array.from([0, 128, 255]), greyProfile(1.8), 1, cmyk);
  expect(space).toBe("/DeviceGray");
  expect(farthest(levels, [0, 147, 255])).toBeLessThanOrEqual(1);
});
