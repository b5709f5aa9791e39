import { each } from "../families.js";
import type { Rule } from "../rule.js";

/** A note has an ID. */
export const rule7_9_1: Rule = {
  id: "7.9-1",
  asks: "A note has an ID.",
  find: each("Note", ({ id }) => (id ? undefined : "Note without ID")),
};
