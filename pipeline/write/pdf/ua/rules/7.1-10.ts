import { PDFBool } from "@cantoo/pdf-lib";
import { dictOf, get } from "../../values.js";
import type { Rule } from "../rule.js";

/** Viewers are asked to show the title. */
export const rule7_1_10: Rule = {
  id: "7.1-10",
  asks: "Viewers are asked to show the title.",
  find: ({ catalog }) =>
    get(dictOf(catalog, "ViewerPreferences"), "DisplayDocTitle") === PDFBool.True
      ? []
      : [{ detail: "DisplayDocTitle is not true" }],
};
