import { holdsOne } from "../families.js";
import type { Rule } from "../rule.js";

/** A table has one caption at most. */
export const rule7_2_39: Rule = {
  id: "7.2-39",
  asks: "A table has one caption at most.",
  find: holdsOne("Table", "Caption"),
};
