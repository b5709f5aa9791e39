import { PDFStream } from "@cantoo/pdf-lib";
import { get } from "../../values.js";
import type { Rule } from "../rule.js";

/** A character map is one that all know, or embedded. */
export const rule7_21_3_3_1: Rule = {
  id: "7.21.3.3-1",
  asks: "A character map is one that all know, or embedded.",
  find: ({ fonts }) =>
    fonts
      .filter(
        ({ subtype, encoding, dictionary }) =>
          subtype === "Type0" &&
          !/^Identity-[HV]$/.test(encoding ?? "") &&
          !(get(dictionary, "Encoding") instanceof PDFStream),
      )
      .map(({ name, page }) => ({ detail: `${name} with an unknown character map`, page })),
};
