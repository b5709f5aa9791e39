import { standsIn } from "../families.js";
import type { Rule } from "../rule.js";

/** A header cell stands in a row. */
export const rule7_2_8: Rule = {
  id: "7.2-8",
  asks: "A header cell stands in a row.",
  find: standsIn("TH", "TR"),
};
