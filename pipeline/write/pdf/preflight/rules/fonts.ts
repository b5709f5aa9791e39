import { rules as standardRules } from "../../x/rules/index.js";
import type { Rule } from "../rule.js";

/** Of fonts. */
export const fontRules: readonly Rule[] = [
  {
    id: "font-embedded",
    asks: () => "Every font is in the file.",
    sameAs: "font-unembedded",
    *find({ x }) {
      for (const breach of standardRules.find(({ id }) => id === "font-unembedded")?.find(x, "PDF/X-4") ?? [])
        yield { gravity: "refusal", ...breach };
    },
  },
];
