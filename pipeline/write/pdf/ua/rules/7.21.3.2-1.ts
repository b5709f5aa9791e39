import { get, nameOf } from "../../values.js";
import type { Rule } from "../rule.js";

/** A TrueType CID font maps its CIDs to glyphs. */
export const rule7_21_3_2_1: Rule = {
  id: "7.21.3.2-1",
  asks: "A TrueType CID font maps its CIDs to glyphs.",
  find: ({ fonts }) =>
    fonts
      .filter(
        ({ descendant }) =>
          nameOf(get(descendant, "Subtype")) === "CIDFontType2" && !get(descendant, "CIDToGIDMap"),
      )
      .map(({ name, page }) => ({ detail: `${name} without CIDToGIDMap`, page })),
};
