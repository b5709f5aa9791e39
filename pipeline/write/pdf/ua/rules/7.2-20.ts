import { holdsOnly } from "../families.js";
import type { Rule } from "../rule.js";

/** A list item holds labels and bodies alone. */
export const rule7_2_20: Rule = {
  id: "7.2-20",
  asks: "A list item holds labels and bodies alone.",
  find: holdsOnly("LI", "Lbl", "LBody"),
};
