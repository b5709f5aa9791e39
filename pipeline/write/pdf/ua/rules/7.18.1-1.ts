import type { Rule } from "../rule.js";

/** An annotation that is no link, form field or window stands in an Annot element. */
export const rule7_18_1_1: Rule = {
  id: "7.18.1-1",
  asks: "An annotation that is no link, form field or window stands in an Annot element.",
  find: ({ annotations }) =>
    annotations
      .filter(({ subtype }) => !/^(?:Link|Widget|Popup|PrinterMark)$/.test(subtype))
      .filter(({ isHidden, element }) => !isHidden && element?.standard !== "Annot")
      .map(({ subtype, page }) => ({ detail: `${subtype} in no Annot element`, page })),
};
