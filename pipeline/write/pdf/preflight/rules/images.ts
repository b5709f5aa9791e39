import { PDFName } from "@cantoo/pdf-lib";
import type { Matrix, Placement } from "../../press/images/placements.js";
import type { Box } from "../../press/sheet/sheet.js";
import { get, numberOf } from "../../values.js";
import type { Breach, Rule } from "../rule.js";

/** Of images. */
export const imageRules: readonly Rule[] = [
  {
    id: "image-resolution",
    asks: ({ images: { least, wanted } }) =>
      `Images have ${wanted} pixels an inch at the size on the page, and no fewer than ${least}.`,
    *find({ placements }, { images: { least, wanted } }): Iterable<Breach> {
      const before = new Map<number, number>();
      for (const placement of placements) {
        const nth = before.get(placement.page) ?? 0;
        before.set(placement.page, nth + 1);
        const found = Math.round(resolutionOf(placement));
        if (found >= wanted) continue;
        const { page, matrix } = placement;
        yield {
          gravity: found < least ? "refusal" : "doubt",
          detail: `an image of ${pixelsOf(placement)} has ${found} pixels an inch, at ${sizeOf(placement)}`,
          page,
          box: boxOf(matrix),
          image: nth,
        };
      }
    },
  },
];

/** Pixels an inch of an image where it is placed; of both directions the coarser. */
export function resolutionOf({ image, width, height }: Placement): number {
  const [across, down] = ["Width", "Height"].map((key) => numberOf(get(image.dict, key)) ?? 0);
  return Math.min(((across ?? 0) * 72) / width, ((down ?? 0) * 72) / height);
}

function pixelsOf({ image: { dict } }: Placement): string {
  return `${dict.get(PDFName.of("Width"))} × ${dict.get(PDFName.of("Height"))} pixels`;
}

function sizeOf({ width, height }: Placement): string {
  return `${((width * 25.4) / 72).toFixed(0)} × ${((height * 25.4) / 72).toFixed(0)} mm`;
}

/** The box around what a matrix makes of the unit square. */
export function boxOf([a, b, c, d, e, f]: Matrix): Box {
  const [x, y] = [
    [e, e + a, e + c, e + a + c],
    [f, f + b, f + d, f + b + d],
  ] as const;
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
}
