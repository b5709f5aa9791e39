import { holdsOnly } from "../families.js";
import type { Rule } from "../rule.js";

/** A table body holds rows alone. */
export const rule7_2_37: Rule = {
  id: "7.2-37",
  asks: "A table body holds rows alone.",
  find: holdsOnly("TBody", "TR"),
};
