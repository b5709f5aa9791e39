import { hasLanguage } from "../families.js";
import type { Rule } from "../rule.js";

/** The language of alternative texts can be known. */
export const rule7_2_22: Rule = {
  id: "7.2-22",
  asks: "The language of alternative texts can be known.",
  find: hasLanguage("Alt", ({ alt }) => alt),
};
