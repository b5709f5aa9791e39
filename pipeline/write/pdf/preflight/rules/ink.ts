import type { Breach, InkedFacts, Rule } from "../rule.js";

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
    *find({ ink, placements }): Iterable<Breach> {
      for (const [page, { excesses }] of ink.pages.entries())
        for (const { most, box, millimetres } of excesses.slice(0, shown))
          yield {
            gravity: "refusal",
            detail: `${Math.round(most)} % on ${Math.max(1, Math.round(millimetres))} mm²`,
            page,
            box,
          };
      for (const { image, page } of placements)
        if (ink.unread.has(image))
          yield { gravity: "doubt", detail: "an image is of a kind whose ink is not measured", page };
    },
  },
];
