import { asksForBody } from "../families.js";
import type { Rule } from "../rule.js";

/** A table with a head has a body. */
export const rule7_2_14: Rule = {
  id: "7.2-14",
  asks: "A table with a head has a body.",
  find: asksForBody("THead"),
};
