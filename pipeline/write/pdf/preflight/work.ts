/** What is asked of a preflight beside its rules. */
export interface PreflightWork {
  readonly pictures: "wanted" | "none";
  /** Awaited after each page. */
  readonly onPage: (done: number, total: number) => Promise<unknown>;
}
