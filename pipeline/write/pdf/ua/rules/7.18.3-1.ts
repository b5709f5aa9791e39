import { get, nameOf } from "../../values.js";
import type { Rule } from "../rule.js";

/** Where there are annotations, the order of tabs is that of the structure. */
export const rule7_18_3_1: Rule = {
  id: "7.18.3-1",
  asks: "Where there are annotations, the order of tabs is that of the structure.",
  find: ({ pdf, annotations }) => {
    const pages = new Set(annotations.map(({ page }) => page));
    return [...pages]
      .filter((page) => nameOf(get(pdf.getPage(page).node, "Tabs")) !== "S")
      .map((page) => ({ detail: "Tabs is not S", page }));
  },
};
