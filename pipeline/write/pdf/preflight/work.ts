import type { BegunPlates } from "./inks/begun-plates.js";

/** What is asked of a preflight beside its rules. */
export interface PreflightWork {
  readonly pictures: "wanted" | "none";
  /** Plates that a second thread makes of the same bytes; without them all is done here. */
  readonly begun?: BegunPlates | undefined;
  /** Awaited after each page that is read here. */
  readonly onPage: (done: number, total: number) => Promise<unknown>;
}
