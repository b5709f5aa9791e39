import { standsIn } from "../families.js";
import type { Rule } from "../rule.js";

/** A table body stands in a table. */
export const rule7_2_6: Rule = {
  id: "7.2-6",
  asks: "A table body stands in a table.",
  find: standsIn("TBody", "Table"),
};
