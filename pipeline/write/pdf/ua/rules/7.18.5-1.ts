import type { Rule } from "../rule.js";

/** A link stands in a Link element. */
export const rule7_18_5_1: Rule = {
  id: "7.18.5-1",
  asks: "A link stands in a Link element.",
  find: ({ annotations }) =>
    annotations
      .filter(({ subtype, element }) => subtype === "Link" && element?.standard !== "Link")
      .map(({ page, element }) => ({ detail: `a link in ${element?.type ?? "no element"}`, page })),
};
