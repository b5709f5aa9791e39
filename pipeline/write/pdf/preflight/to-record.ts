import { pointsInMillimetre } from "../../../length.js";
import type { Box } from "../press/sheet/sheet.js";
import { type PageReport, type Preflight, verdictOf } from "./report.js";
import type { Breach } from "./rule.js";

/** Make the record that `--json` prints: plain values, pages from 1, millimetres from the top left corner of the trim. */
export function toRecord({ profile, pages, rules }: Preflight) {
  const { name, title, standard, inkLimit } = profile;
  return {
    profile: { name, title, standard, inkLimit },
    pages: pages.map((page, index) => ({
      page: index + 1,
      width: rounded(page.width),
      height: rounded(page.height),
      ink: page.ink
        ? { inks: page.ink.inks, most: rounded(page.ink.most), box: millimetresOf(page.ink.box, page) }
        : null,
    })),
    rules: rules.map((rule) => ({
      id: rule.id,
      asker: rule.asker,
      asks: rule.asks,
      verdict: verdictOf(rule),
      findings: rule.breaches.map((breach) => findingOf(breach, pages)),
    })),
  };
}

function findingOf({ gravity, detail, page, box, place }: Breach, pages: readonly PageReport[]) {
  const report = page === undefined ? undefined : pages[page];
  return {
    gravity,
    detail,
    page: page === undefined ? null : page + 1,
    box: box && report ? millimetresOf(box, report) : null,
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
  };
}

/** Where a box stands as a reader with a ruler sees it. */
export function millimetresOf([left, bottom, right, top]: Box, { origin }: Pick<PageReport, "origin">) {
  return {
    x: rounded((left - origin.x) / pointsInMillimetre),
    y: rounded((origin.y - top) / pointsInMillimetre),
    width: rounded((right - left) / pointsInMillimetre),
    height: rounded((top - bottom) / pointsInMillimetre),
  };
}

function rounded(value: number): number {
  return Number(value.toFixed(1));
}
