import { dictOf } from "../../values.js";
import type { Rule } from "../rule.js";

/** The language of the outline can be known. */
export const rule7_2_2: Rule = {
  id: "7.2-2",
  asks: "The language of the outline can be known.",
  find: ({ catalog, language }) =>
    dictOf(catalog, "Outlines") && language === undefined
      ? [{ detail: "an outline, and no Lang in the catalog" }]
      : [],
};
