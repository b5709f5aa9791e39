import type { Breach } from "../breach.js";
import type { Facts } from "./facts.js";

export type { Breach };

/** One machine-checkable demand of PDF/UA-1 (ISO 14289-1:2014). */
export interface Rule {
  /** Its clause and its number among the checks of that clause, as the veraPDF profile counts them: `7.1-3`. */
  readonly id: string;
  readonly asks: string;
  readonly find: (facts: Facts) => Iterable<Breach>;
}
