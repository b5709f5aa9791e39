import { captionFirst } from "../families.js";
import type { Rule } from "../rule.js";

/** The caption of a list stands first. */
export const rule7_2_40: Rule = {
  id: "7.2-40",
  asks: "The caption of a list stands first.",
  find: captionFirst("L"),
};
