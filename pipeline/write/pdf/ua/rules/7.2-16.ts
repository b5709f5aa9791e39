import { childTypes, each } from "../families.js";
import type { Rule } from "../rule.js";

/** The caption of a table stands first or last. */
export const rule7_2_16: Rule = {
  id: "7.2-16",
  asks: "The caption of a table stands first or last.",
  find: each("Table", (table) => {
    const types = childTypes(table);
    const place = types.findIndex(
      (type, index) => type === "Caption" && index > 0 && index < types.length - 1,
    );
    return place > 0 ? `Caption is child ${place + 1} of Table` : undefined;
  }),
};
