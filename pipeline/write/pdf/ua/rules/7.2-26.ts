import { standsIn } from "../families.js";
import type { Rule } from "../rule.js";

/** An entry of contents stands in contents. */
export const rule7_2_26: Rule = {
  id: "7.2-26",
  asks: "An entry of contents stands in contents.",
  find: standsIn("TOCI", "TOC"),
};
