/** Leave of some findings those whose key is not the most frequent; where two keys are as frequent, the first found stays. */
export function minority<T extends { readonly key: string }>(
  found: readonly T[],
): readonly (T & { readonly usual: string; readonly count: number })[] {
  const counts = new Map<string, number>();
  for (const { key } of found) counts.set(key, (counts.get(key) ?? 0) + 1);
  const [usual, count] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), ["", 0]);
  return found.filter(({ key }) => key !== usual).map((one) => ({ ...one, usual, count }));
}
