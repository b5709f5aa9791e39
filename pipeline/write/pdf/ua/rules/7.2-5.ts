import { standsIn } from "../families.js";
import type { Rule } from "../rule.js";

/** A table head stands in a table. */
export const rule7_2_5: Rule = {
  id: "7.2-5",
  asks: "A table head stands in a table.",
  find: standsIn("THead", "Table"),
};
