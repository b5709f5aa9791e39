import { standardTypes } from "../read-structure.js";
import type { Rule } from "../rule.js";

/** No standard structure type is mapped to another. */
export const rule7_1_7: Rule = {
  id: "7.1-7",
  asks: "No standard structure type is mapped to another.",
  find: ({ roles }) =>
    [...roles.keys()]
      .filter((type) => standardTypes.has(type))
      .map((type) => ({ detail: `${type} is remapped` })),
};
