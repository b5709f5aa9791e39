import { holdsOne } from "../families.js";
import type { Rule } from "../rule.js";

/** A table has one foot at most. */
export const rule7_2_12: Rule = {
  id: "7.2-12",
  asks: "A table has one foot at most.",
  find: holdsOne("Table", "TFoot"),
};
