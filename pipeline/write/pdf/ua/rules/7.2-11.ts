import { holdsOne } from "../families.js";
import type { Rule } from "../rule.js";

/** A table has one head at most. */
export const rule7_2_11: Rule = {
  id: "7.2-11",
  asks: "A table has one head at most.",
  find: holdsOne("Table", "THead"),
};
