import { PDFBool } from "@cantoo/pdf-lib";
import { dictOf, get } from "../../values.js";
import type { Rule } from "../rule.js";

/** The tags are not marked as suspect. */
export const rule7_1_4: Rule = {
  id: "7.1-4",
  asks: "The tags are not marked as suspect.",
  find: ({ catalog }) =>
    get(dictOf(catalog, "MarkInfo"), "Suspects") === PDFBool.True ? [{ detail: "Suspects is true" }] : [],
};
