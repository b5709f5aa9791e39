import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openCondition } from "../../../../pipeline/write/pdf/press/colour/convert-colours.js";
import { profileField, throughGrid } from "../../../../pipeline/write/pdf/press/colour/grid.js";
import { loadVips } from "../../../../pipeline/write/pdf/press/colour/vips.js";

const vips = await loadVips();
const icc = readFileSync("assets/printers/FOGRA39L_coated.icc");

/** The same 60,000 colours at every run, no two of them alike. */
const colours = Uint8Array.from({ length: 180_000 }, (_, at) => Math.imul(at + 1, 2_654_435_761) >>> 24);

const sRgb = vips.Image.newFromMemory(colours, 300, 200, 3, vips.BandFormat.uchar).copy({
  interpretation: "srgb",
});

test.each(["relative", "perceptual"] as const)(
  "pixels go through a grid as they go through LittleCMS, from sRGB and from a profile of their own: %s",
  (intent) => {
    const output = { icc, condition: "FOGRA39", intent, blackPoint: "compensate" } as const;
    const condition = openCondition(vips, output);
    const own = sRgb.iccTransform("p3", { input_profile: "srgb" }).getBlob(profileField);
    const tagged = sRgb.copy();
    tagged.setBlob(profileField, own);
    const exactly = (image: typeof sRgb) =>
      image.iccTransform(condition.path, { ...condition.options, embedded: true, input_profile: "srgb" });
    const printed = [undefined, own].map((profile) => throughGrid(colours, condition.gridOf(profile)));
    const expected = [sRgb, tagged].map((image) => exactly(image).writeToMemory());
    for (const [index, inks] of printed.entries()) {
      const differences = Array.from(inks, (ink, at) => Math.abs(ink - (expected[index]?.[at] ?? 0)));
      expect(Math.max(...new Set(differences))).toBe(1);
      expect(differences.filter((each) => each > 0).length / differences.length).toBeLessThan(0.01);
    }
    expect(printed[0]).not.toEqual(printed[1]);
  },
);
