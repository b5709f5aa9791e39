import { standsIn } from "../families.js";
import type { Rule } from "../rule.js";

/** The body of a list item stands in one. */
export const rule7_2_18: Rule = {
  id: "7.2-18",
  asks: "The body of a list item stands in one.",
  find: standsIn("LBody", "LI"),
};
