import type { StartThread } from "../../../publication.js";

/** What is asked of a preflight beside its rules. */
export interface PreflightWork {
  readonly pictures: "wanted" | "none";
  /** Without it all pages are read here. */
  readonly startThread?: StartThread | undefined;
  /** Awaited after each page that is read here. */
  readonly onPage: (done: number, total: number) => Promise<unknown>;
}
