import type { Rule } from "../rule.js";

/** Every font is embedded. */
export const rule7_21_4_1_1: Rule = {
  id: "7.21.4.1-1",
  asks: "Every font is embedded.",
  find: ({ fonts }) =>
    fonts
      .filter(({ subtype, program }) => subtype !== "Type3" && !program)
      .map(({ name, page }) => ({ detail: `${name} is not embedded`, page })),
};
