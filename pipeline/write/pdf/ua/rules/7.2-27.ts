import { holdsOnly } from "../families.js";
import type { Rule } from "../rule.js";

/** Contents hold entries, contents and a caption alone. */
export const rule7_2_27: Rule = {
  id: "7.2-27",
  asks: "Contents hold entries, contents and a caption alone.",
  find: holdsOnly("TOC", "TOC", "TOCI", "Caption"),
};
