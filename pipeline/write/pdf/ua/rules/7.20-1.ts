import { get } from "../../values.js";
import type { Rule } from "../rule.js";

/** No form refers to another file. */
export const rule7_20_1: Rule = {
  id: "7.20-1",
  asks: "No form refers to another file.",
  find: ({ contents }) =>
    contents.flatMap(({ forms }, page) =>
      [...forms.keys()].some(({ dict }) => get(dict, "Ref")) ? [{ detail: "a reference XObject", page }] : [],
    ),
};
