import type { Rule } from "../rule.js";

/** Such an annotation has a description. */
export const rule7_18_1_2: Rule = {
  id: "7.18.1-2",
  asks: "Such an annotation has a description.",
  find: ({ annotations }) =>
    annotations
      .filter(({ subtype }) => !/^(?:Link|Widget|Popup|PrinterMark)$/.test(subtype))
      .filter(({ isHidden, contents, element }) => !isHidden && !contents && !element?.alt)
      .map(({ subtype, page }) => ({ detail: `${subtype} without Contents or Alt`, page })),
};
