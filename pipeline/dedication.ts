import type { Part } from "./publication.js";

/** The role of what a source says in its front matter to be a dedication (DPUB-ARIA 1.1). */
export const dedication = "doc-dedication";

/** Say whether a part is a dedication: its page shows no heading, and the printed contents do not list it (Chicago Manual, 17th ed., 1.36). */
export function isDedication({ tree }: Pick<Part, "tree">): boolean {
  const [section] = tree.children;
  return section?.type === "element" && section.properties.role === dedication;
}
