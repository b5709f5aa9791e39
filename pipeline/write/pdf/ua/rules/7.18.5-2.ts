import type { Rule } from "../rule.js";

/** A link has a description. */
export const rule7_18_5_2: Rule = {
  id: "7.18.5-2",
  asks: "A link has a description.",
  find: ({ annotations }) =>
    annotations
      .filter(({ subtype, contents }) => subtype === "Link" && !contents)
      .map(({ page }) => ({ detail: "a link without Contents", page })),
};
