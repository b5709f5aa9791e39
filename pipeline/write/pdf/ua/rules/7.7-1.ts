import { hasWords } from "../families.js";
import type { Rule } from "../rule.js";

/** A formula has an alternative in words. */
export const rule7_7_1: Rule = {
  id: "7.7-1",
  asks: "A formula has an alternative in words.",
  find: hasWords("Formula"),
};
