import { each } from "../families.js";
import { attributeOf } from "../read-structure.js";
import type { Rule } from "../rule.js";

/** Header cells say what they head, or data cells name their header cells. */
export const rule7_5_1: Rule = {
  id: "7.5-1",
  asks: "Header cells say what they head, or data cells name their header cells.",
  find: each("Table", (table) => {
    const cells = table.children
      .flatMap((child) => (child.standard === "TR" ? [child] : child.children))
      .flatMap(({ children }) => children);
    const heads = cells.filter(({ standard }) => standard === "TH");
    const data = cells.filter(({ standard }) => standard === "TD");
    const isClear =
      heads.every((cell) => attributeOf(cell, "Scope")) ||
      (data.length > 0 && data.every((cell) => attributeOf(cell, "Headers")));
    return isClear ? undefined : "TH without Scope, and TD without Headers";
  }),
};
