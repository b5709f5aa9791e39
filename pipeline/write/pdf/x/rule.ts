import type { Breach } from "../breach.js";
import type { XFacts } from "./facts.js";

export type { Breach };

/** The parts of ISO 15930 that are checked here. */
export type Standard = "PDF/X-4" | "PDF/X-1a";

/** One demand of PDF/X-4 (ISO 15930-7) or PDF/X-1a (ISO 15930-4). */
export interface Rule {
  /** `output-intent-profile`. */
  readonly id: string;
  readonly asks: string;
  /** Where it is not of both. */
  readonly only?: Standard;
  readonly find: (facts: XFacts, standard: Standard) => Iterable<Breach>;
}
