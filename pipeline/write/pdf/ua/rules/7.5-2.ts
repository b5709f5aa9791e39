import { PDFArray } from "@cantoo/pdf-lib";
import { textOf } from "../../values.js";
import { attributeOf } from "../read-structure.js";
import type { Rule } from "../rule.js";

/** The header cells that a data cell names exist. */
export const rule7_5_2: Rule = {
  id: "7.5-2",
  asks: "The header cells that a data cell names exist.",
  find: ({ elements }) => {
    const ids = new Set(elements.filter(({ standard }) => standard === "TH").map(({ id }) => id));
    return elements.flatMap((cell) => {
      const headers = attributeOf(cell, "Headers");
      const named = headers instanceof PDFArray ? headers.asArray().map(textOf) : [];
      const missing = named.find((name) => !ids.has(name));
      return missing === undefined ? [] : [{ detail: `no header cell ${missing}`, page: cell.page }];
    });
  },
};
