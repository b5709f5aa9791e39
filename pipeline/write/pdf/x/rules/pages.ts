import type { Box } from "../../press/sheet/sheet.js";
import type { BoxName, PageFacts } from "../facts.js";
import type { Breach, Rule } from "../rule.js";

/** Points by which a box may lie outside another: less than a press can see, more than numbers are rounded by. */
const slack = 0.01;

/** Of the boxes of pages. */
export const pageRules: readonly Rule[] = [
  {
    id: "trim-missing",
    asks: "Every page has a TrimBox or an ArtBox.",
    find: ({ pages }) =>
      onPages(pages, ({ TrimBox, ArtBox }) => (TrimBox || ArtBox ? undefined : "there is no TrimBox")),
  },
  {
    id: "trim-and-art",
    asks: "No page has both a TrimBox and an ArtBox.",
    find: ({ pages }) =>
      onPages(pages, ({ TrimBox, ArtBox }) =>
        TrimBox && ArtBox ? "there are both a TrimBox and an ArtBox" : undefined,
      ),
  },
  {
    id: "trim-outside",
    asks: "The TrimBox lies within the BleedBox.",
    find: ({ pages }) => onPages(pages, (boxes) => outside(boxes, "TrimBox", "BleedBox")),
  },
  {
    id: "bleed-outside",
    asks: "The BleedBox lies within the MediaBox.",
    find: ({ pages }) => onPages(pages, (boxes) => outside(boxes, "BleedBox", "MediaBox")),
  },
  {
    id: "trim-outside-media",
    asks: "The TrimBox lies within the MediaBox.",
    find: ({ pages }) => onPages(pages, (boxes) => outside(boxes, "TrimBox", "MediaBox")),
  },
];

type Boxes = PageFacts["boxes"];

function* onPages(pages: readonly PageFacts[], find: (boxes: Boxes) => string | undefined): Iterable<Breach> {
  for (const [page, { boxes }] of pages.entries()) {
    const detail = find(boxes);
    if (detail !== undefined) yield { detail, page };
  }
}

function outside(boxes: Boxes, inner: BoxName, outer: BoxName): string | undefined {
  const [small, large] = [boxes[inner], boxes[outer]];
  return small && large && !isWithin(small, large) ? `the ${inner} leaves the ${outer}` : undefined;
}

function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner[0] >= outer[0] - slack &&
    inner[1] >= outer[1] - slack &&
    inner[2] <= outer[2] + slack &&
    inner[3] <= outer[3] + slack
  );
}
