import type { Rule } from "../rule.js";

/** Headings begin with H1 and go down one level at a time. */
export const rule7_4_2_1: Rule = {
  id: "7.4.2-1",
  asks: "Headings begin with H1 and go down one level at a time.",
  find: ({ elements }) => {
    let before = 0;
    return elements.flatMap(({ standard, page }) => {
      const level = Number(/^H([1-6])$/.exec(standard ?? "")?.[1] ?? 0);
      if (level === 0) return [];
      const skips = level > before + 1;
      const detail = before === 0 ? `the first heading is H${level}` : `H${level} follows H${before}`;
      before = level;
      return skips ? [{ detail, page }] : [];
    });
  },
};
