import type { Rule } from "../rule.js";

/** Every structure type is a standard one, or mapped to one. */
export const rule7_1_5: Rule = {
  id: "7.1-5",
  asks: "Every structure type is a standard one, or mapped to one.",
  find: ({ elements }) =>
    elements
      .filter(({ standard }) => standard === undefined)
      .map(({ type, page }) => ({ detail: `${type} is mapped to no standard type`, page })),
};
