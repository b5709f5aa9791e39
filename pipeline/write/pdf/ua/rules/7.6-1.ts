import { each } from "../families.js";
import { attributeOf } from "../read-structure.js";
import type { Rule } from "../rule.js";

/** A list whose items bear labels says how they are numbered (ISO 32000-1, 14.8.5.5); no check of the veraPDF profile, but one of PAC's. */
export const rule7_6_1: Rule = {
  id: "7.6-1",
  asks: "A list whose items bear labels says how they are numbered.",
  find: each("L", (list) => {
    const isLabelled = list.children.some(({ children }) =>
      children.some(({ standard }) => standard === "Lbl"),
    );
    return isLabelled && !attributeOf(list, "ListNumbering") ? "L without ListNumbering" : undefined;
  }),
};
