import type { Rule } from "../rule.js";

/** A form field stands in a Form element. */
export const rule7_18_4_1: Rule = {
  id: "7.18.4-1",
  asks: "A form field stands in a Form element.",
  find: ({ annotations }) =>
    annotations
      .filter(({ subtype, element }) => subtype === "Widget" && element?.standard !== "Form")
      .map(({ page }) => ({ detail: "Widget in no Form element", page })),
};
