import { each } from "../families.js";
import type { Rule } from "../rule.js";
import { tableGrid } from "../table-grid.js";

/** No cell of a table lies on another. */
export const rule7_2_15: Rule = {
  id: "7.2-15",
  asks: "No cell of a table lies on another.",
  find: each("Table", (table) => {
    const { overlaps } = tableGrid(table);
    return overlaps > 0 ? `${overlaps} cells lie on others` : undefined;
  }),
};
