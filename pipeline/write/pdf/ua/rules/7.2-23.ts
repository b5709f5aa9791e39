import { get, textOf } from "../../values.js";
import { hasLanguage } from "../families.js";
import type { Rule } from "../rule.js";

/** The language of expansions of abbreviations can be known. */
export const rule7_2_23: Rule = {
  id: "7.2-23",
  asks: "The language of expansions of abbreviations can be known.",
  find: hasLanguage("E", ({ dictionary }) => textOf(get(dictionary, "E"))),
};
