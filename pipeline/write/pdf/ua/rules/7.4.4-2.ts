import type { Rule } from "../rule.js";

/** A document that numbers the levels of its headings has no H. */
export const rule7_4_4_2: Rule = {
  id: "7.4.4-2",
  asks: "A document that numbers the levels of its headings has no H.",
  find: ({ elements }) =>
    elements.some(({ standard }) => /^H[1-6]$/.test(standard ?? ""))
      ? elements
          .filter(({ standard }) => standard === "H")
          .map(({ page }) => ({ detail: "H beside H1 to H6", page }))
      : [],
};
