import type { Book } from "../book.js";
import type { Finding } from "../finding.js";
import { type Demand, demands } from "./demands.js";
import { type RetailFacts, retailFacts } from "./facts.js";

/** A demand of a shop, held against a book. */
export interface RetailLine extends Omit<Demand, "measure"> {
  /** What comes nearest to the limit, or lies furthest beyond; undefined where the book has nothing of the kind. */
  readonly figure: number | undefined;
  /** Where that is, inside the book. */
  readonly path: string | undefined;
  readonly met: boolean;
  /** In words, where the figure alone says too little. */
  readonly detail?: string;
}

/** Hold a book against what shops demand, one line a demand. */
export async function retailLines(book: Book): Promise<readonly RetailLine[]> {
  const facts = await retailFacts(book);
  return demands.map((demand) => lineOf(demand, facts));
}

function lineOf({ measure, ...demand }: Demand, facts: RetailFacts): RetailLine {
  const { bound, limit } = demand;
  const worst = [...measure(facts)].sort((a, b) =>
    bound === "at most" ? b.value - a.value : a.value - b.value,
  )[0];
  const met = worst === undefined || (bound === "at most" ? worst.value <= limit : worst.value >= limit);
  const kinds = [...new Set(facts.complaints.map(({ complaint }) => complaint))];
  return {
    ...demand,
    figure: worst?.value,
    path: worst?.path,
    met,
    ...(demand.unit === "errors" && !met && { detail: kinds.join("; ") }),
  };
}

/** Warn of what a shop would send back; what it only advises against is in the retail section alone. */
export function retailFindings(lines: readonly RetailLine[], file: string): readonly Finding[] {
  return lines
    .filter(({ met, force }) => !met && force === "required")
    .map((line) => ({
      rule: `retail/${line.id}`,
      gravity: "warning",
      reason: `${line.shop} refuses this: ${describe(line)}`,
      ...(line.path !== file && { path: line.path }),
    }));
}

/** Describe a line: `width × height of an image 6.1 million pixels, at most 5.6 million (OEBPS/a.png)`. */
export function describe({ what, figure, bound, limit, unit, path, detail }: RetailLine): string {
  const number = figure === undefined ? "none" : amount(figure, unit);
  const where = [path, detail].filter(Boolean).join(": ");
  return `${what} ${number}, ${bound} ${amount(limit, unit)}${where === "" ? "" : ` (${where})`}`;
}

function amount(value: number, unit: Demand["unit"]): string {
  const [divisor, name] =
    unit === "bytes"
      ? value >= 1e9
        ? [1e9, "GB"]
        : value >= 1e6
          ? [1e6, "MB"]
          : [1e3, "kB"]
      : value >= 1e6
        ? [1e6, `million ${unit}`]
        : [1, unit];
  const number = value / Number(divisor);
  const digits = Number.isInteger(number) ? 0 : number < 10 ? 2 : 1;
  return `${number.toFixed(digits)} ${value === 1 ? String(name).replace(/s$/, "") : name}`;
}
