import { holdsOnly } from "../families.js";
import type { Rule } from "../rule.js";

/** A table holds rows, groups of rows and a caption alone. */
export const rule7_2_3: Rule = {
  id: "7.2-3",
  asks: "A table holds rows, groups of rows and a caption alone.",
  find: holdsOnly("Table", "TR", "THead", "TBody", "TFoot", "Caption"),
};
