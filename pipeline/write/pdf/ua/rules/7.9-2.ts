import type { Rule } from "../rule.js";

/** No two notes have the same ID. */
export const rule7_9_2: Rule = {
  id: "7.9-2",
  asks: "No two notes have the same ID.",
  find: ({ elements }) => {
    const seen = new Set<string>();
    return elements.flatMap(({ standard, id, page }) => {
      if (standard !== "Note" || id === undefined) return [];
      if (seen.has(id)) return [{ detail: `two notes with the ID ${id}`, page }];
      seen.add(id);
      return [];
    });
  },
};
