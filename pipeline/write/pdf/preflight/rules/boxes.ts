import { pointsInMillimetre } from "../../../../length.js";
import type { PressProfile } from "../../../../publication.js";
import type { Box } from "../../press/sheet/sheet.js";
import type { PageFacts } from "../../x/facts.js";
import type { Breach, Rule } from "../rule.js";

/** Points within which two lengths are the same to a printer: a twentieth of a millimetre. */
const slack = 0.15;

const millimetres = (points: number) => `${Number((points / pointsInMillimetre).toFixed(1))} mm`;

/** Of the boxes of pages. */
export const boxRules: readonly Rule[] = [
  {
    id: "trim-box",
    asks: () => "Every page says where it is cut.",
    sameAs: "trim-missing",
    find: ({ x: { pages } }) =>
      onPages(pages, ({ TrimBox, ArtBox }) => (TrimBox || ArtBox ? undefined : "there is no TrimBox")),
  },
  {
    id: "trim-size",
    asks: () => "All pages are cut to one size.",
    find({ x: { pages } }) {
      const first = pages.map(({ boxes }) => trimOf(boxes)).find((box) => box !== undefined);
      return onPages(pages, (boxes) => {
        const own = trimOf(boxes);
        return first && own && sizeOf(own) !== sizeOf(first)
          ? `it is ${sizeOf(own)}, the first page ${sizeOf(first)}`
          : undefined;
      });
    },
  },
  {
    id: "bleed",
    asks: ({ bleed }) =>
      Object.values(bleed).every((edge) => edge === 0)
        ? undefined
        : `Every page has a bleed: ${inWords(bleed)}.`,
    find({ x: { pages } }, profile) {
      return onPages(pages, (boxes) => lackOfBleed(boxes, profile.bleed));
    },
  },
  {
    id: "sheet",
    asks: ({ marks }) => (marks.length > 0 ? undefined : "The sheet ends where the bleed ends: no marks."),
    find({ x: { pages } }) {
      return onPages(pages, ({ MediaBox, BleedBox, TrimBox }) => {
        const inner = BleedBox ?? TrimBox;
        if (!MediaBox || !inner) return undefined;
        const beyond = Math.max(...gaps(inner, MediaBox));
        return beyond > slack ? `the sheet reaches ${millimetres(beyond)} beyond the bleed` : undefined;
      });
    },
  },
];

type Boxes = PageFacts["boxes"];

function* onPages(pages: readonly PageFacts[], find: (boxes: Boxes) => string | undefined): Iterable<Breach> {
  for (const [page, { boxes }] of pages.entries()) {
    const detail = find(boxes);
    if (detail !== undefined) yield { gravity: "refusal", detail, page };
  }
}

/** Where a page is cut, as far as it says. */
export function trimOf({ TrimBox, ArtBox, CropBox, MediaBox }: Boxes): Box | undefined {
  return TrimBox ?? ArtBox ?? CropBox ?? MediaBox;
}

function sizeOf([left, bottom, right, top]: Box): string {
  return `${((right - left) / pointsInMillimetre).toFixed(0)} × ${((top - bottom) / pointsInMillimetre).toFixed(0)} mm`;
}

/** How far the one box reaches beyond the other: left, bottom, right, top. */
function gaps(inner: Box, outer: Box): readonly [number, number, number, number] {
  return [inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]];
}

/** Which side is the spine no PDF says: the smaller of both wants is enough at either, the larger at one of them. */
function lackOfBleed({ TrimBox, ArtBox, BleedBox }: Boxes, bleed: PressProfile["bleed"]): string | undefined {
  const trim = TrimBox ?? ArtBox;
  if (!trim) return undefined;
  if (!BleedBox) return "there is no BleedBox";
  const [left, bottom, right, top] = gaps(trim, BleedBox);
  const sides = [left, right].sort((a, b) => a - b);
  const wanted = [bleed.spine, bleed.outside].sort((a, b) => a - b);
  const edges = [
    ["at the top", top, bleed.top],
    ["at the bottom", bottom, bleed.bottom],
    ["at a side", sides[0], wanted[0]],
    ["at the outer side", sides[1], wanted[1]],
  ] as const;
  for (const [where, found = 0, least = 0] of edges)
    if (found < least * pointsInMillimetre - slack) return `${millimetres(found)} ${where}`;
  return undefined;
}

function inWords({ top, bottom, outside, spine }: PressProfile["bleed"]): string {
  const mm = (length: number) => `${Number(length.toFixed(2))} mm`;
  if (new Set([top, bottom, outside, spine]).size === 1) return `${mm(top)} on all sides`;
  return `${mm(top)} at the top, ${mm(bottom)} at the bottom, ${mm(outside)} outside, ${mm(spine)} at the spine`;
}
