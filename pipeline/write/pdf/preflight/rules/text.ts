import { pointsInMillimetre } from "../../../../length.js";
import type { PressProfile } from "../../../../publication.js";
import { gutterFor } from "../../press/sheet/page-count.js";
import type { Box } from "../../press/sheet/sheet.js";
import { dictOf, get, nameOf } from "../../values.js";
import type { Inks } from "../inks/inks.js";
import { processInks } from "../inks/process-inks.js";
import type { Breach, PressFacts, Rule } from "../rule.js";
import type { Paint } from "../scan/paint.js";
import { trimOf } from "./boxes.js";

/** Points above which nobody sees that inks do not lie exactly over one another. */
const large = 24;

/** Points by which letters may be nearer than is asked: half a millimetre, for what hangs below the line. */
const slack = 1.5;

/** Of text. */
export const textRules: readonly Rule[] = [
  {
    id: "text-black",
    asks: ({ colour }) =>
      colour === "cmyk" ? `Black text of up to ${large} pt is printed in black ink alone.` : undefined,
    *find({ paints }): Iterable<Breach> {
      for (const page of paints) {
        const seen = new Set<string>();
        for (const { kind, colour, size, box, page: index, order } of page) {
          if (kind !== "text" || size > large || !colour?.inks || !isRichBlack(colour.inks)) continue;
          const detail = `black text of ${Number(size.toFixed(1))} pt in ${inWords(colour.inks)}`;
          if (!seen.has(detail)) yield { gravity: "doubt", detail, page: index, box, order };
          seen.add(detail);
        }
      }
    },
  },
  {
    id: "text-margin",
    asks: ({ safety, gutter }) =>
      `Text keeps ${length(safety)} from the trim${gutter.length > 0 ? ", and at the spine the gutter" : ""}.`,
    find: (facts, profile) => nearTrim(facts, profile),
  },
];

/** Say whether a colour is meant as black and has more than black ink. */
function isRichBlack(inks: Inks): boolean {
  const [cyan, magenta, yellow, black] = processInks.map((name) => inks.get(name) ?? 0);
  const [c = 0, m = 0, y = 0, k = 0] = [cyan, magenta, yellow, black];
  return k + Math.min(c, m, y) >= 0.85 && c + m + y > 0.05;
}

function inWords(inks: Inks): string {
  return [...inks]
    .filter(([, share]) => share > 0)
    .map(([name, share]) => `${Math.round(share * 100)} % ${name.toLowerCase()}`)
    .join(", ");
}

/** Odd pages have the spine at their left, or at their right where the file says that it is read from right to left. */
function* nearTrim(
  { x: { pages, catalog }, characters, paints }: PressFacts,
  profile: PressProfile,
): Iterable<Breach> {
  const safety = profile.safety * pointsInMillimetre;
  const gutter = profile.gutter.length > 0 ? gutterFor(pages.length, profile) * pointsInMillimetre : safety;
  const isLeftward = nameOf(get(dictOf(catalog, "ViewerPreferences"), "Direction")) === "R2L";
  for (const [page, { boxes }] of pages.entries()) {
    const trim = trimOf(boxes);
    if (!trim) continue;
    const isRight = (page % 2 === 0) !== isLeftward;
    const edges = [
      ["left", isRight ? gutter : safety, ([left]: Box) => left - trim[0]],
      ["right", isRight ? safety : gutter, ([, , right]: Box) => trim[2] - right],
      ["lower", safety, ([, bottom]: Box) => bottom - trim[1]],
      ["upper", safety, ([, , , top]: Box) => trim[3] - top],
    ] as const;
    const printed = (characters[page] ?? []).filter(({ box }) => overlaps(box, trim));
    for (const [side, least, distanceOf] of edges) {
      const near = printed.filter(({ box }) => distanceOf(box) < least - slack);
      const nearest = near.toSorted((a, b) => distanceOf(a.box) - distanceOf(b.box))[0];
      if (!nearest) continue;
      const words =
        near.length > 12 ? `${near.length} characters` : `“${near.map(({ text }) => text).join("")}”`;
      const distance = length(Math.max(0, distanceOf(nearest.box)) / pointsInMillimetre);
      yield {
        gravity: "doubt",
        detail: `${words} ${distance} from the ${side} edge, where ${length(least / pointsInMillimetre)} are asked`,
        page,
        box: nearest.box,
        order: lineOf(nearest.box, paints[page] ?? []),
      };
    }
  }
}

/** Find the text that a character belongs to: the last that begins before it on its line. */
function lineOf([left, bottom, , top]: Box, paints: readonly Paint[]): number | undefined {
  const before = paints.filter(
    ({ kind, box, size }) =>
      kind === "text" && box[0] <= left + 1 && box[1] - size / 2 < top && box[1] + size > bottom,
  );
  return before.toSorted((a, b) => b.box[0] - a.box[0])[0]?.order;
}

function overlaps(a: Box, b: Box): boolean {
  return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
}

function length(millimetres: number): string {
  return `${Number(millimetres.toFixed(1))} mm`;
}
