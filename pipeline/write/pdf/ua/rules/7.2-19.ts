import { holdsOnly } from "../families.js";
import type { Rule } from "../rule.js";

/** A list holds items, lists and a caption alone. */
export const rule7_2_19: Rule = {
  id: "7.2-19",
  asks: "A list holds items, lists and a caption alone.",
  find: holdsOnly("L", "L", "LI", "Caption"),
};
