import { captionFirst } from "../families.js";
import type { Rule } from "../rule.js";

/** The caption of contents stands first. */
export const rule7_2_28: Rule = {
  id: "7.2-28",
  asks: "The caption of contents stands first.",
  find: captionFirst("TOC"),
};
