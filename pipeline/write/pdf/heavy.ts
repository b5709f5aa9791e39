import type { Spooled } from "../../publication.js";

/** Say whether a file holds so many photographs that they take the memory in which a second thread would work. */
export function isHeavy({ size }: Pick<Spooled, "size">): boolean {
  return size >= 32_000_000;
}
