import { pointsInMillimetre } from "../../../../length.js";
import type { PressProfile } from "../../../../publication.js";
import { written } from "../colour/ink.js";
import { markLength, type Sheet } from "./sheet.js";

/** The name of the colour space of all inks at once, in which marks are drawn (ISO 32000-1, 8.6.6.4). */
export const allInks = "QuoinAll";

const strokeWidth = 0.25;

/** Draw the marks of a page, all of them outside of its bleed; nothing where the printer wants none. */
export function drawMarks(sheet: Sheet, marks: PressProfile["marks"]): string {
  if (marks.length === 0) return "";
  const drawn = marks.flatMap((kind) => (kind === "crop" ? cropMarks(sheet) : registrationMarks(sheet)));
  return ["q", `/${allInks} CS 1 SCN ${strokeWidth} w 0 J [] 0 d`, ...drawn, "Q"].join("\n");
}

function line(...coordinates: readonly [number, number, number, number]): string {
  const [x1, y1, x2, y2] = coordinates.map(written);
  return `${x1} ${y1} m ${x2} ${y2} l S`;
}

/** Two lines at each corner, in line with the trim; broken ones where the sheet is folded. */
function cropMarks({ trim: [left, bottom, right, top], folds, markGap }: Sheet): string[] {
  const [near, far] = [markGap, markGap + markLength];
  return [
    ...[left, right].flatMap((x) => [
      line(x, bottom - far, x, bottom - near),
      line(x, top + near, x, top + far),
    ]),
    ...[bottom, top].flatMap((y) => [
      line(left - far, y, left - near, y),
      line(right + near, y, right + far, y),
    ]),
    ...(folds.length > 0 ? ["[2 1.5] 0 d"] : []),
    ...folds.flatMap((x) => [line(x, bottom - far, x, bottom - near), line(x, top + near, x, top + far)]),
    "[] 0 d",
  ];
}

/**
 * A ring and a cross in the middle of each edge, by which plates are laid over one another; where the sheet is folded, in the
 * middle of the outer parts.
 */
function registrationMarks({ trim: [left, bottom, right, top], folds, markGap }: Sheet): string[] {
  const reach = markLength / 2;
  const away = markGap + reach;
  const y = (bottom + top) / 2;
  const [first = right, last = left] = [folds[0], folds.at(-1)];
  const across = new Set([(left + first) / 2, (last + right) / 2]);
  const places = [
    ...[...across].flatMap((x) => [[x, bottom - away] as const, [x, top + away] as const]),
    [left - away, y],
    [right + away, y],
  ] as const;
  return places.flatMap(([x, y]) => [
    line(x - reach, y, x + reach, y),
    line(x, y - reach, x, y + reach),
    circle(x, y, 1.5 * pointsInMillimetre),
  ]);
}

/** Four Bézier curves come within a four-thousandth of a circle. */
function circle(x: number, y: number, radius: number): string {
  const pull = radius * 0.5523;
  const curve = (...points: readonly number[]) => `${points.map(written).join(" ")} c`;
  return [
    `${written(x + radius)} ${written(y)} m`,
    curve(x + radius, y + pull, x + pull, y + radius, x, y + radius),
    curve(x - pull, y + radius, x - radius, y + pull, x - radius, y),
    curve(x - radius, y - pull, x - pull, y - radius, x, y - radius),
    curve(x + pull, y - radius, x + radius, y - pull, x + radius, y),
    "s",
  ].join(" ");
}
