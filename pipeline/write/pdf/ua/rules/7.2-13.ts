import { asksForBody } from "../families.js";
import type { Rule } from "../rule.js";

/** A table with a foot has a body. */
export const rule7_2_13: Rule = {
  id: "7.2-13",
  asks: "A table with a foot has a body.",
  find: asksForBody("TFoot"),
};
