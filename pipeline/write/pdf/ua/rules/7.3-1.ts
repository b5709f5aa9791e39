import { hasWords } from "../families.js";
import type { Rule } from "../rule.js";

/** A figure has an alternative in words. */
export const rule7_3_1: Rule = {
  id: "7.3-1",
  asks: "A figure has an alternative in words.",
  find: hasWords("Figure"),
};
