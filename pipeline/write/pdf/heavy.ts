import type { Spooled } from "../../publication.js";

/** Say whether files hold so many photographs that they take the memory in which a second thread would work. */
export function isHeavy(...files: readonly Pick<Spooled, "size">[]): boolean {
  return files.reduce((sum, { size }) => sum + size, 0) >= 32_000_000;
}
