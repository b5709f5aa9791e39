import { standsIn } from "../families.js";
import type { Rule } from "../rule.js";

/** A table foot stands in a table. */
export const rule7_2_7: Rule = {
  id: "7.2-7",
  asks: "A table foot stands in a table.",
  find: standsIn("TFoot", "Table"),
};
