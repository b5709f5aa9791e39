import type { Rule } from "../rule.js";

/** A document with H does not number the levels of its headings. */
export const rule7_4_4_3: Rule = {
  id: "7.4.4-3",
  asks: "A document with H does not number the levels of its headings.",
  find: ({ elements }) =>
    elements.some(({ standard }) => standard === "H")
      ? elements
          .filter(({ standard }) => /^H[1-6]$/.test(standard ?? ""))
          .map(({ standard, page }) => ({ detail: `${standard} beside H`, page }))
      : [],
};
