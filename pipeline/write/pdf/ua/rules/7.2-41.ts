import { each } from "../families.js";
import type { Rule } from "../rule.js";
import { firstOther, tableGrid } from "../table-grid.js";

/** All columns of a table have as many rows. */
export const rule7_2_41: Rule = {
  id: "7.2-41",
  asks: "All columns of a table have as many rows.",
  find: each("Table", (table) => {
    const column = firstOther(tableGrid(table).columnLengths);
    return column === undefined
      ? undefined
      : `column ${column + 1} has another number of rows than the first`;
  }),
};
