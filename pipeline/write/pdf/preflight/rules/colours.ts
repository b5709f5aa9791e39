import { PDFDict, PDFStream } from "@cantoo/pdf-lib";
import { dictOf, get } from "../../values.js";
import type { XFacts } from "../../x/facts.js";
import { readSpace, type Space } from "../inks/space.js";
import type { Breach, Rule } from "../rule.js";
import { boxOf } from "./images.js";

const wanted = {
  cmyk: "Nothing is left in red, green and blue.",
  grey: "Nothing has colours but grey.",
  rgb: undefined,
} as const;

/** Of the colours that are left. */
export const colourRules: readonly Rule[] = [
  {
    id: "colours",
    asks: ({ colour }) => wanted[colour],
    *find({ paints, placements, x }, { colour }): Iterable<Breach> {
      const isWrong = (space: Space): boolean =>
        space.kind === "rgb" ||
        (colour === "grey" && (space.kind === "cmyk" || space.kind === "lab")) ||
        (space.kind === "indexed" && isWrong(space.base));
      for (const page of paints) {
        const seen = new Set<string>();
        for (const { kind, colour: own, page: index, box, order } of page) {
          if (!own || !isWrong(own.space) || seen.has(kind)) continue;
          seen.add(kind);
          yield { gravity: "refusal", detail: `a ${kind} in ${nameOf(own.space)}`, page: index, box, order };
        }
      }
      for (const { image, page, matrix } of placements) {
        const space = readSpace(get(image.dict, "ColorSpace"), undefined);
        if (isWrong(space))
          yield { gravity: "refusal", detail: `an image in ${nameOf(space)}`, page, box: boxOf(matrix) };
      }
      yield* gradients(x, isWrong);
    },
  },
];

/** Gradients are known by the pages whose resources name them, themselves or as patterns. */
function* gradients({ painted: { pages } }: XFacts, isWrong: (space: Space) => boolean): Iterable<Breach> {
  for (const [page, { resources }] of pages.entries()) {
    const named = [
      ...dictionariesIn(resources, "Shading"),
      ...dictionariesIn(resources, "Pattern").map((pattern) => dictOf(pattern, "Shading")),
    ];
    const space = named.map((shading) => readSpace(get(shading, "ColorSpace"), resources)).find(isWrong);
    if (space) yield { gravity: "refusal", detail: `a gradient in ${nameOf(space)}`, page };
  }
}

function dictionariesIn(resources: PDFDict, kind: string): readonly PDFDict[] {
  const all = dictOf(resources, kind);
  return (all?.keys() ?? [])
    .map((key) => all?.lookup(key))
    .flatMap((each) => {
      if (each instanceof PDFStream) return [each.dict];
      return each instanceof PDFDict ? [each] : [];
    });
}

function nameOf(space: Space): string {
  if (space.kind === "indexed") return nameOf(space.base);
  return space.kind === "cmyk" ? "CMYK" : space.kind === "lab" ? "Lab" : "RGB";
}
