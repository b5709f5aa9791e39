import { get } from "../../values.js";
import type { Rule } from "../rule.js";

/** Every structure element names its parent. */
export const rule7_1_12: Rule = {
  id: "7.1-12",
  asks: "Every structure element names its parent.",
  find: ({ elements, structureRoot }) =>
    elements
      .filter(({ dictionary, parent }) => get(dictionary, "P") !== (parent?.dictionary ?? structureRoot))
      .map(({ type, page }) => ({
        detail: `${type} does not name the element around it as its parent`,
        page,
      })),
};
