import { each } from "../families.js";
import type { Rule } from "../rule.js";
import { firstOther, tableGrid } from "../table-grid.js";

/** All rows of a table have as many columns. */
export const rule7_2_42: Rule = {
  id: "7.2-42",
  asks: "All rows of a table have as many columns.",
  find: each("Table", (table) => {
    const row = firstOther(tableGrid(table).rowLengths);
    return row === undefined ? undefined : `row ${row + 1} has another number of columns than the first`;
  }),
};
