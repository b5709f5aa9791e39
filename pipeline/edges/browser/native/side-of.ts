import type { Sheet } from "./shared.js";

/** Say on which side of a spread a page lies, counted from 0. Runs in the page. */
export function sideOf(page: number, { opensOn }: Sheet): "left" | "right" {
  if (page % 2 === 0) return opensOn;
  return opensOn === "right" ? "left" : "right";
}
