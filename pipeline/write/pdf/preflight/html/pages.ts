import type { Element } from "hast";
import { h } from "hastscript";
import type { Box } from "../../press/sheet/sheet.js";
import type { PageInk } from "../inks/read-inks.js";
import type { Picture } from "../raster/picture.js";
import { type PageReport, type Preflight, verdictOf } from "../report.js";
import type { Breach } from "../rule.js";

/** CSS pixels across a page, of a book and of a sheet that stands alone. */
const leaf = { book: 244, sheet: 900 };

const dots: Readonly<Record<string, string>> = {
  Cyan: "#00a0dc",
  Magenta: "#d6006e",
  Yellow: "#f2d500",
  Black: "#1c1b19",
};

/** Picture the pages in spreads, with what was found marked on them. */
export function pagesSection(report: Preflight): Element {
  const { pages, rules, profile } = report;
  const breaches = rules.flatMap((rule) => rule.breaches);
  const figures = pages.map((page, index) => {
    const own = breaches.filter((breach) => breach.page === index);
    return figureOf(page, index, own, profile);
  });
  const isSheet = pages.length === 1;
  const spreads = isSheet ? [h("div.spread", figures)] : spreadsOf(figures);
  const hasInk = profile.colour === "cmyk";
  return h("section", [
    h("h2", isSheet ? "The sheet" : "Pages"),
    h("div.spreads", { style: `--leaf: ${isSheet ? leaf.sheet : leaf.book}px` }, spreads),
    h(
      "p.key",
      hasInk
        ? `As they will look on paper, overprinting and all, cut to the trim. The bar shows the most ink on a square millimetre of the page, the stroke in it the limit of ${profile.inkLimit} %; the dots are the inks that the page is printed with.`
        : "As they will look, cut to the trim.",
    ),
  ]);
}

/** The first page stands at the right, as in a book. */
function spreadsOf(figures: readonly Element[]): Element[] {
  const [first, ...rest] = figures;
  const spreads = first ? [h("div.spread.single-right", [first])] : [];
  for (let at = 0; at < rest.length; at += 2) {
    const pair = rest.slice(at, at + 2);
    spreads.push(h(pair.length === 2 ? "div.spread" : "div.spread.single-left", pair));
  }
  return spreads;
}

function figureOf(
  page: PageReport,
  index: number,
  breaches: readonly Breach[],
  { inkLimit }: Preflight["profile"],
): Element {
  const { printed, origin, width, height, picture } = page;
  const points = { width: (width * 72) / 25.4, height: (height * 72) / 25.4 };
  const style = styleOf(printed, origin, points);
  const spots = breaches.flatMap(({ box, gravity, detail }) =>
    box ? [h(`span.spot.${gravity}`, { style: styleOf(box, origin, points), title: detail })] : [],
  );
  const verdict = verdictOf({ breaches });
  return h(`figure.page.${verdict}`, { id: `page-${index + 1}` }, [
    h("div.sheet", { style: `aspect-ratio: ${width.toFixed(2)} / ${height.toFixed(2)}` }, [
      picture && { type: "raw", value: imageOf(picture, `Page ${index + 1}`, style) },
      ...spots,
    ]),
    h("figcaption", [h("b", String(index + 1)), ...(page.ink ? inkOf(page.ink, inkLimit) : [])]),
  ]);
}

/** A box as shares of the trimmed page. */
function styleOf(
  [left, bottom, right, top]: Box,
  origin: PageReport["origin"],
  { width, height }: { width: number; height: number },
): string {
  const share = (value: number, of: number) => `${((value / of) * 100).toFixed(3)}%`;
  return `left: ${share(left - origin.x, width)}; top: ${share(origin.y - top, height)}; width: ${share(right - left, width)}; height: ${share(top - bottom, height)}`;
}

function inkOf({ most, inks }: PageInk, limit: number): Element[] {
  const share = (value: number) => `${Math.min(100, value / 4).toFixed(1)}%`;
  const spots = inks.filter((ink) => !Object.hasOwn(dots, ink));
  return [
    h(most > limit + 2 ? "span.ink.over" : "span.ink", [
      h("u", { style: `width: ${share(most)}` }),
      h("s", { style: `left: ${share(limit)}` }),
    ]),
    h("span", `${Math.round(most)} %`),
    h(
      "span.plates",
      { title: inks.join(", ") },
      [...inks.filter((ink) => Object.hasOwn(dots, ink)), ...spots].map((ink) =>
        h("i", { style: `background: ${dots[ink] ?? "#8a6d3b"}` }),
      ),
    ),
  ];
}

/** Write a picture, for its letters are most of the page and need no escaping, which takes as long as all else that is written. */
function imageOf({ mediaType, bytes }: Picture, alt: string, style: string): string {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  return `<img src="data:${mediaType};base64,${data}" alt="${alt}" style="${style}" loading="lazy">`;
}
