import { standsIn } from "../families.js";
import type { Rule } from "../rule.js";

/** A list item stands in a list. */
export const rule7_2_17: Rule = {
  id: "7.2-17",
  asks: "A list item stands in a list.",
  find: standsIn("LI", "L"),
};
