import { standsIn } from "../families.js";
import type { Rule } from "../rule.js";

/** A row stands in a table or a group of rows. */
export const rule7_2_4: Rule = {
  id: "7.2-4",
  asks: "A row stands in a table or a group of rows.",
  find: standsIn("TR", "Table", "THead", "TBody", "TFoot"),
};
