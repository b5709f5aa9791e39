import type { Rule } from "../rule.js";

/** No artifact stands inside of tagged content. */
export const rule7_1_1: Rule = {
  id: "7.1-1",
  asks: "No artifact stands inside of tagged content.",
  find: ({ contents }) =>
    contents.flatMap(({ artifactsInTagged: count }, page) =>
      count > 0 ? [{ detail: `${count} artifacts in tagged content`, page }] : [],
    ),
};
