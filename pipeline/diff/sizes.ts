/** Write a size: `86 kB`, `1.2 MB`. */
export function sizeText(bytes: number): string {
  return bytes < 999_500
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Write by how much a size changed: `+12 %`, `the same`. */
export function growth(old: number, now: number): string {
  if (old === now) return "the same";
  const change = Math.round(((now - old) / old) * 1000) / 10;
  return `${change > 0 ? "+" : change < 0 ? "−" : "±"}${Math.abs(change)} %`;
}
