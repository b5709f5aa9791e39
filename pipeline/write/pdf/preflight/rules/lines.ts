import { pointsInMillimetre } from "../../../../length.js";
import { printedBox } from "../inks/plates.js";
import type { Breach, Rule } from "../rule.js";

/** Points by which numbers are rounded. */
const slack = 0.011;

/** Of lines. */
export const lineRules: readonly Rule[] = [
  {
    id: "hairline",
    asks: ({ hairline }) => `No line is thinner than ${inPoints(hairline * pointsInMillimetre)}.`,
    *find({ paints, x: { pages } }, { hairline }): Iterable<Breach> {
      const least = hairline * pointsInMillimetre;
      for (const [page, list] of paints.entries()) {
        const [left, bottom, right, top] = printedBox(pages[page]?.boxes ?? noBoxes);
        const thin = list.filter(
          ({ kind, colour, width, box }) =>
            (kind === "stroke" || kind === "fill") &&
            width < least - slack &&
            [...(colour?.inks?.values() ?? [])].some((share) => share > 0) &&
            box[0] < right &&
            box[2] > left &&
            box[1] < top &&
            box[3] > bottom,
        );
        const [first] = thin.toSorted((a, b) => a.width - b.width);
        if (!first) continue;
        const many = thin.length === 1 ? "a line" : `${thin.length} lines, the thinnest`;
        const { box, order } = first;
        yield { gravity: "doubt", detail: `${many} of ${inPoints(first.width)}`, page, box, order };
      }
    },
  },
];

const noBoxes = {
  MediaBox: undefined,
  CropBox: undefined,
  BleedBox: undefined,
  TrimBox: undefined,
  ArtBox: undefined,
};

function inPoints(points: number): string {
  return `${Number(points.toFixed(2))} pt`;
}
