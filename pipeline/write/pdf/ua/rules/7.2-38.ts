import { holdsOnly } from "../families.js";
import type { Rule } from "../rule.js";

/** A table foot holds rows alone. */
export const rule7_2_38: Rule = {
  id: "7.2-38",
  asks: "A table foot holds rows alone.",
  find: holdsOnly("TFoot", "TR"),
};
