import type { Finding } from "../importer.js";
import { type Draft, finding, quoted } from "./draft.js";
import { join } from "./unwrap.js";

/** Join the parts of a paragraph or a note that a page cut, and emphasis that was closed and opened at the cut. */
export function joinCut(
  left: string,
  right: string,
  line: number,
  draft: Draft,
  findings: Finding[],
  what: string,
): string {
  const [before, after] = joinEmphasis(left.trimEnd(), right.trimStart());
  const reason = `Joined ${what}, which was cut: ${quoted(lastWords(before))} and ${quoted(after, 30)}`;
  findings.push(finding(draft, "import-paragraph-joined", line, reason));
  return join(before, after, line, draft, findings);
}

/** A title in italics that a page cuts: `*Generals in the*` and `Cabinet Room*`, or `*Cabinet Room*`. */
function joinEmphasis(left: string, right: string): readonly [string, string] {
  if (!/[^\s*]\*$/.test(left.slice(-4))) return [left, right];
  if (/^\*[^\s*]/.test(right)) return [left.slice(0, -1), right.slice(1)];
  const stars = right.match(/(?<!\*)\*(?!\*)/g)?.length ?? 0;
  const closes = /^[^*]*[^\s*]\*/.test(right);
  return stars % 2 === 1 && closes ? [left.slice(0, -1), right] : [left, right];
}

function lastWords(text: string): string {
  return text.slice(-200).split(/\s+/).slice(-4).join(" ");
}
