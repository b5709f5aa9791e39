import type { Comparison } from "./compare.js";
import { kinds, summaryOf } from "./kinds.js";

/** Make the record that `--json` prints: every finding as plain values, and how many there are of each kind. */
export function toRecord(comparison: Comparison): object {
  const counts = Object.entries(kinds).map(([name, kind]) => [name, kind.count(comparison)]);
  const pages = comparison.pages?.map(({ fate, old, new: now }) => ({
    fate,
    old: old ? { index: old.index, label: old.label } : null,
    new: now ? { index: now.index, label: now.label } : null,
  }));
  return {
    summary: summaryOf(comparison),
    counts: Object.fromEntries(counts),
    ...comparison,
    pages: pages ?? null,
    messages: comparison.messages ?? null,
  };
}
