import type { ElementContent } from "hast";
import { h } from "hastscript";
import type { Box } from "../edition.js";
import type { Looked } from "../looks.js";
import { pageName, pairName, rangesOf } from "../page-words.js";
import type { PageFate, PagePair, PageSide } from "../pages.js";

const fateWords: Readonly<Record<PageFate, string>> = {
  same: "as it was",
  moved: "only moved",
  reflowed: "the same words, broken elsewhere",
  changed: "words changed",
  redrawn: "looks otherwise",
  added: "added",
  removed: "removed",
};

/** Show pages that changed beside one another, with what differs marked, and name those that only moved. */
export function pagesSection(
  pairs: readonly PagePair[],
  pictures: ReadonlyMap<number, Looked>,
): ElementContent[] {
  const shown = pairs.flatMap((pair, index) => {
    const looked = pictures.get(index);
    return looked && (looked.old || looked.new) ? [figureOf(pair, looked)] : [];
  });
  const unshown = pairs.filter(({ fate }, index) => {
    const looked = pictures.get(index);
    return fate !== "same" && fate !== "moved" && fate !== "reflowed" && !looked?.old && !looked?.new;
  });
  const runs = [
    run(
      "Without a picture here",
      unshown.map((pair) => `${pairName(pair)} (${fateWords[pair.fate]})`),
    ),
    run("The same words, broken elsewhere", spans(pairs, "reflowed")),
    run("Only moved", spans(pairs, "moved")),
  ].flat();
  return [
    ...(shown.length > 0 ? [h("ol.pairs", shown)] : []),
    ...(runs.length > 0 ? [h("div.runs", runs)] : []),
  ];
}

function run(title: string, entries: readonly string[]): ElementContent[] {
  return entries.length === 0 ? [] : [h("p", [h("b", `${title}: `), entries.join(", ")])];
}

function spans(pairs: readonly PagePair[], wanted: PageFate): readonly string[] {
  return rangesOf(pairs.filter(({ fate }) => fate === wanted)).map(({ old, new: now }) =>
    old === now ? old : `${old} → ${now}`,
  );
}

function figureOf(pair: PagePair, looked: Looked): ElementContent {
  return h("li", [
    h("h3", [pairName(pair), h("span", `, ${fateWords[pair.fate]}`)]),
    h("div.pair", [
      sideOf("was", "Old", markedSide(pair, pair.old), looked.old, "Not in the old edition"),
      sideOf("is", "New", markedSide(pair, pair.new), looked.new, "Not in the new edition"),
    ]),
  ]);
}

/** On a page that one edition alone has, all is new or gone: marks would say nothing. */
function markedSide({ fate }: PagePair, side: PageSide | undefined): PageSide | undefined {
  return side && (fate === "added" || fate === "removed") ? { ...side, marks: [] } : side;
}

function sideOf(
  name: string,
  title: string,
  side: PageSide | undefined,
  picture: string | undefined,
  lack: string,
): ElementContent {
  if (!side || !picture) return h("div.side", { className: name }, [h("div.none", lack)]);
  const words = `${title}, ${pageName(side)}`;
  const marks = joinLines(side.marks);
  return h("figure.side", { className: name }, [
    h("figcaption", words),
    h("div.sheet", [
      h("img", { src: picture, alt: `The page: ${words}`, loading: "lazy" }),
      ...marks.map((mark) => markOf(mark, side)),
    ]),
  ]);
}

/** Join marks of lines that follow on one another: a new paragraph is one thing. */
function joinLines(marks: readonly Box[]): readonly Box[] {
  const joined: Box[] = [];
  for (const mark of marks) {
    const last = joined.at(-1);
    const gap = last && mark.top - (last.top + last.height);
    const overlaps = last && mark.left < last.left + last.width && mark.left + mark.width > last.left;
    if (!last || gap === undefined || Math.abs(gap) > mark.height * 0.7 || !overlaps) joined.push(mark);
    else {
      const [left, top] = [Math.min(last.left, mark.left), Math.min(last.top, mark.top)];
      const right = Math.max(last.left + last.width, mark.left + mark.width);
      const bottom = Math.max(last.top + last.height, mark.top + mark.height);
      joined[joined.length - 1] = { left, top, width: right - left, height: bottom - top };
    }
  }
  return joined;
}

/** A mark a little larger than what it marks, as parts of the page: pictures shrink with the window. */
function markOf({ left, top, width, height }: Box, { size }: PageSide): ElementContent {
  const part = (value: number, of: number) => `${Math.round((value / of) * 10_000) / 100}%`;
  const pad = 1;
  const place = {
    left: part(left - pad, size.width),
    top: part(top - pad, size.height),
    width: part(width + 2 * pad, size.width),
    height: part(height + 2 * pad, size.height),
  };
  return h("i", {
    style: Object.entries(place)
      .map(([key, value]) => `${key}:${value}`)
      .join(";"),
  });
}
