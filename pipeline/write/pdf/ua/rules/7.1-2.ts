import type { Rule } from "../rule.js";

/** No tagged content stands inside of an artifact. */
export const rule7_1_2: Rule = {
  id: "7.1-2",
  asks: "No tagged content stands inside of an artifact.",
  find: ({ contents }) =>
    contents.flatMap(({ taggedInArtifacts: count }, page) =>
      count > 0 ? [{ detail: `${count} tagged pieces in artifacts`, page }] : [],
    ),
};
