/** One breach of a rule that a PDF is checked against. */
export interface Breach {
  /** What breaks it, in few words. */
  readonly detail: string;
  /** From 0, where it has one. */
  readonly page?: number | undefined;
}
