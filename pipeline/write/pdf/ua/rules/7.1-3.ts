import type { Rule } from "../rule.js";

/** All that is painted is tagged, or marked as an artifact. */
export const rule7_1_3: Rule = {
  id: "7.1-3",
  asks: "All that is painted is tagged, or marked as an artifact.",
  find: ({ contents }) =>
    contents.flatMap(({ untagged }, page) =>
      untagged.length > 0
        ? [
            {
              detail: `${untagged.length} operators, the first ${untagged[0]}, neither tagged nor artifact`,
              page,
            },
          ]
        : [],
    ),
};
