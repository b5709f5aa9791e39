import { childTypes } from "../families.js";
import type { Rule } from "../rule.js";

/** An element holds one H at most. */
export const rule7_4_4_1: Rule = {
  id: "7.4.4-1",
  asks: "An element holds one H at most.",
  find: ({ elements }) =>
    elements
      .filter((element) => childTypes(element).filter((type) => type === "H").length > 1)
      .map(({ type, page }) => ({ detail: `more than one H in ${type}`, page })),
};
