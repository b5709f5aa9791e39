import { PDFBool } from "@cantoo/pdf-lib";
import { dictOf, get } from "../../values.js";
import type { Rule } from "../rule.js";

/** The catalog says that the document is tagged. */
export const rule6_2_1: Rule = {
  id: "6.2-1",
  asks: "The catalog says that the document is tagged.",
  find: ({ catalog }) =>
    get(dictOf(catalog, "MarkInfo"), "Marked") === PDFBool.True ? [] : [{ detail: "Marked is not true" }],
};
