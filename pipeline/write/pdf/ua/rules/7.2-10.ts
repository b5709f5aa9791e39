import { holdsOnly } from "../families.js";
import type { Rule } from "../rule.js";

/** A row holds cells alone. */
export const rule7_2_10: Rule = {
  id: "7.2-10",
  asks: "A row holds cells alone.",
  find: holdsOnly("TR", "TH", "TD"),
};
