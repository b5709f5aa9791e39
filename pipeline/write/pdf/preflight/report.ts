import type { PressProfile } from "../../../publication.js";
import type { Box } from "../press/sheet/sheet.js";
import type { PageInk } from "./inks/read-inks.js";
import type { Picture } from "./raster/picture.js";
import type { Breach } from "./rule.js";

/** A rule that a PDF was held to, and what breaks it. */
export interface RuleResult {
  readonly id: string;
  readonly asks: string;
  /** Who asks: `PDF/X-4`, or the profile's title. */
  readonly asker: string;
  readonly breaches: readonly Breach[];
}

/** A page as it is cut. */
export interface PageReport {
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  /** The upper left corner of the trim, in points of the user space. */
  readonly origin: { readonly x: number; readonly y: number };
  /** The bleed, or what else is printed, in points of the user space: what a picture shows. */
  readonly printed: Box;
  /** Where the profile's colours are inks. */
  readonly ink: PageInk | undefined;
  /** Where pictures were wanted. */
  readonly picture: Picture | undefined;
}

/** What a printer will say of a PDF. */
export interface Preflight {
  readonly profile: Pick<PressProfile, "name" | "title" | "standard" | "inkLimit" | "colour">;
  readonly pages: readonly PageReport[];
  /** In the order in which they are told. */
  readonly rules: readonly RuleResult[];
}

export type Verdict = "fail" | "look" | "pass";

/** Say what a rule came to: a refusal fails, a doubt asks for a look. */
export function verdictOf({ breaches }: Pick<RuleResult, "breaches">): Verdict {
  if (breaches.some(({ gravity }) => gravity === "refusal")) return "fail";
  return breaches.length > 0 ? "look" : "pass";
}

/** Say whether a printer would send the file back; strictly, whether there is anything to look at. */
export function isFailed({ rules }: Pick<Preflight, "rules">, strictness: "lenient" | "strict"): boolean {
  return rules
    .map(verdictOf)
    .some((verdict) => verdict === "fail" || (strictness === "strict" && verdict === "look"));
}

/** A finding, and the further pages, from 0, of which the same is to be said. */
export interface Told extends Breach {
  readonly further: readonly number[];
}

/** Tell what is the same on many pages once. */
export function told(breaches: readonly Breach[]): readonly Told[] {
  const first = new Map<string, Breach & { readonly further: number[] }>();
  const all: Told[] = [];
  for (const breach of breaches) {
    const { page, box, place, detail, gravity } = breach;
    const key = `${gravity} ${detail}`;
    const known = box || place ? undefined : first.get(key);
    if (known) {
      if (page !== undefined && !known.further.includes(page)) known.further.push(page);
      continue;
    }
    const one = { ...breach, further: [] };
    all.push(one);
    if (!box && !place) first.set(key, one);
  }
  return all;
}

/** Name pages, from 0, as people do: `2 to 14, 16`. */
export function pageRanges(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from + 1}` : `${from + 1} to ${to + 1}`)).join(", ");
}
