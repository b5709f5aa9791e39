import type { PagePair } from "./pages.js";

/** Name a page: `p. 12`; one without a number by its place in the file. */
export function pageName(side: { readonly label: string; readonly index: number } | undefined): string {
  if (!side) return "";
  return side.label === "" ? `page ${side.index + 1} of the file` : labelName(side.label);
}

/** Name a page by its label: `p. 12`, `p. iv`, `Cover`. */
export function labelName(label: string): string {
  return /^(?:\d+|[ivxlcdm]+)$/i.test(label) ? `p. ${label}` : label;
}

/** Name the pages of one thing in both editions: `p. 12`, `p. 12 → 13`. */
export function changeName(old: string, now: string): string {
  if (old === "" || now === "" || old === now) return old || now ? labelName(now || old) : "";
  return `${labelName(old)} → ${now}`;
}

/** Name a page of each edition: `p. 12`, `p. 12 → 13`. */
export function pairName({ old, new: now }: PagePair): string {
  if (!old || !now) return pageName(old ?? now);
  if (old.label !== "" && now.label !== "") return changeName(old.label, now.label);
  return pageName(old) === pageName(now) ? pageName(now) : `${pageName(old)} → ${pageName(now)}`;
}

/** Pages that follow on one another in both editions, in one line: `12–20 → 13–21`. */
export function rangesOf(
  pairs: readonly PagePair[],
): readonly { readonly old: string; readonly new: string }[] {
  const runs: PagePair[][] = [];
  for (const pair of pairs) {
    const last = runs.at(-1)?.at(-1);
    const follows =
      last?.old?.index === (pair.old?.index ?? 0) - 1 && last?.new?.index === (pair.new?.index ?? 0) - 1;
    if (last && follows) runs.at(-1)?.push(pair);
    else runs.push([pair]);
  }
  return runs.map((run) => ({
    old: spanOf(run.map(({ old }) => old)),
    new: spanOf(run.map((pair) => pair.new)),
  }));
}

function spanOf(sides: readonly PagePair["new"][]): string {
  const labels = sides.flatMap((side) => (side ? [side.label || `[${side.index + 1}]`] : []));
  const [first = "", last = ""] = [labels.at(0), labels.at(-1)];
  return first === last ? first : `${first}–${last}`;
}
