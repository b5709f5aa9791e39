import { standsIn } from "../families.js";
import type { Rule } from "../rule.js";

/** A data cell stands in a row. */
export const rule7_2_9: Rule = {
  id: "7.2-9",
  asks: "A data cell stands in a row.",
  find: standsIn("TD", "TR"),
};
