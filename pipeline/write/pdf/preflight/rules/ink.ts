import type { Box } from "../../press/sheet/sheet.js";
import type { Breach, InkedFacts, Rule } from "../rule.js";
import type { Paint } from "../scan/paint.js";

/** Per cent by which a JPEG's rounding may pass a limit that was kept. */
export const rounding = 2;

/** Places on one page that are told one by one. */
const shown = 3;

/** Of the ink that lies on the paper. */
export const inkRules: readonly Rule<InkedFacts>[] = [
  {
    id: "ink-limit",
    asks: ({ inkLimit, colour }) =>
      colour === "cmyk" && inkLimit < 400
        ? `No more than ${inkLimit} % of all inks together lie on a square millimetre.`
        : undefined,
    *find({ ink, placements, paints }): Iterable<Breach> {
      for (const [page, { excesses }] of ink.pages.entries())
        for (const { most, box, millimetres } of excesses.slice(0, shown))
          yield {
            gravity: "refusal",
            detail: `${Math.round(most)} % on ${Math.max(1, Math.round(millimetres))} mm²`,
            page,
            box,
            order: under(box, paints[page] ?? []),
          };
      for (const { image, page } of placements)
        if (ink.unread.has(image))
          yield { gravity: "doubt", detail: "an image is of a kind whose ink is not measured", page };
    },
  },
];

/** Find what was painted last where there is too much ink: text alone is never it. */
function under([left, bottom, right, top]: Box, paints: readonly Paint[]): number | undefined {
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  return paints.findLast(
    ({ kind, box }) => kind !== "text" && box[0] <= x && box[2] >= x && box[1] <= y && box[3] >= y,
  )?.order;
}
