/** Addresses on the web that an edition leads to, and the other does not. */
export interface LinkChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Compare where two editions lead to. */
export function compareLinks(before: readonly string[], after: readonly string[]): LinkChanges {
  const [old, now] = [new Set(before), new Set(after)];
  return {
    added: [...now].filter((link) => !old.has(link)),
    removed: [...old].filter((link) => !now.has(link)),
  };
}
