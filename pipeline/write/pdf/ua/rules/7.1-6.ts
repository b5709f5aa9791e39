import type { Rule } from "../rule.js";

/** The mapping of structure types goes in no circle. */
export const rule7_1_6: Rule = {
  id: "7.1-6",
  asks: "The mapping of structure types goes in no circle.",
  find: ({ roles }) =>
    [...roles.keys()].flatMap((type) => {
      const passed = new Set<string>();
      for (let next: string | undefined = type; next !== undefined; next = roles.get(next)) {
        if (passed.has(next)) return [{ detail: `${type} is mapped in a circle` }];
        passed.add(next);
      }
      return [];
    }),
};
