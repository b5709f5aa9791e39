import { holdsOnly } from "../families.js";
import type { Rule } from "../rule.js";

/** A table head holds rows alone. */
export const rule7_2_36: Rule = {
  id: "7.2-36",
  asks: "A table head holds rows alone.",
  find: holdsOnly("THead", "TR"),
};
