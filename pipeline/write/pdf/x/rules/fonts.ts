import { wrongWidths } from "../../ua/wrong-widths.js";
import type { Rule } from "../rule.js";

/** Of fonts. */
export const fontRules: readonly Rule[] = [
  {
    id: "font-unembedded",
    asks: "Every font is embedded.",
    *find({ fonts }) {
      for (const { subtype, program, name, page } of fonts)
        if (subtype !== "Type3" && !program) yield { detail: `${name} is not embedded`, page };
    },
  },
  {
    id: "font-width",
    asks: "Glyphs are as wide in the embedded font as the document says.",
    find: ({ fonts }) => wrongWidths(fonts),
  },
];
