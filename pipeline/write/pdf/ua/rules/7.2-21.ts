import { hasLanguage } from "../families.js";
import type { Rule } from "../rule.js";

/** The language of replacement texts of elements can be known. */
export const rule7_2_21: Rule = {
  id: "7.2-21",
  asks: "The language of replacement texts of elements can be known.",
  find: hasLanguage("ActualText", ({ actualText }) => actualText),
};
