import { describe, type RetailLine } from "./judge.js";

/** Write the retail section of a report, one line a demand: what came of it, the shop, the figure and its limit. */
export function retailText(lines: readonly RetailLine[]): string {
  const rows = lines.map((line) => [verdict(line), line.shop, describe(line)] as const);
  const width = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length));
  const text = rows.map(
    ([word, shop, rest]) => `  ${word.padEnd(width(0))}  ${shop.padEnd(width(1))}  ${rest}\n`,
  );
  return `retail\n${text.join("")}`;
}

function verdict({ met, force, figure }: RetailLine): string {
  if (figure === undefined) return "-";
  return met ? "ok" : force === "required" ? "refused" : "advised against";
}
