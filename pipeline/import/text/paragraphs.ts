import type { Finding } from "../importer.js";
import { type Draft, finding, type Item, quoted } from "./draft.js";
import { joinCut } from "./join-cut.js";
import { gapMark } from "./marks.js";
import { beginsInside, breaksOff, endsOpen, endsShortened, isProse } from "./sentences.js";

/** What lies between two texts: a whole sentence's end, a cut, or a place where words are missing. */
type Seam = "whole" | "cut" | "gap";

/** No paragraph is longer in characters; joining stops there, so that a file of small letters ends. */
const longest = 50_000;

/** Join every paragraph that a page or a picture cut; where words are missing, say so and leave a comment there. */
export function joinParagraphs(draft: Draft): Draft {
  const findings: Finding[] = [];
  const items: Item[] = [];
  const strange = picturesStandBetween(draft.items);
  for (const item of draft.items) {
    const at = lastText(items);
    const left = at === undefined ? undefined : items[at];
    const pictured = at !== undefined && at < items.length - 1;
    const seam = left && item.kind === "text" ? seamOf(left, item, pictured && strange, draft) : "whole";
    if (at === undefined || !left || seam === "whole" || item.kind !== "text") {
      items.push(item);
      continue;
    }
    const line = item.lines[0] ?? 0;
    const lines = [...left.lines, ...item.lines];
    if (seam === "cut") {
      const text = joinCut(left.text, item.text, line, draft, findings, "a paragraph");
      items[at] = { ...left, text, lines };
    } else {
      findings.push(gap(draft, left, item, pictured));
      items[at] = { ...left, text: `${left.text} ${gapMark} ${item.text}`, lines };
    }
  }
  const whole = items.map((item, i) =>
    isBrokenOff(item, items[i + 1]) ? brokenOff(draft, item, findings) : item,
  );
  return { ...draft, items: whole, findings: [...draft.findings, ...findings] };
}

/** Whether a paragraph ends inside its sentence, and nothing goes on with it. */
function isBrokenOff({ kind, text }: Item, next: Item | undefined): boolean {
  if (kind !== "text" || !isProse(text) || !endsOpen(text) || text.endsWith(gapMark)) return false;
  return next?.kind !== "item";
}

function brokenOff(draft: Draft, item: Item, findings: Finding[]): Item {
  const reason = `A paragraph breaks off: ${quoted(lastWords(item.text))}`;
  findings.push(finding(draft, "import-words-missing", item.lines.at(-1), reason));
  return { ...item, text: `${item.text} ${gapMark}` };
}

/** The text that a later one may go on from: the last item, pictures passed over. */
function lastText(items: readonly Item[]): number | undefined {
  const i = items.findLastIndex(({ kind }) => kind !== "figure");
  const kind = items[i]?.kind;
  return kind === "text" || kind === "item" ? i : undefined;
}

function seamOf(left: Item, right: Item, strange: boolean, { usage }: Draft): Seam {
  if (left.text.length > longest) return "whole";
  const [open, inside] = [endsOpen(left.text), beginsInside(right.text)];
  if (/\p{L}-$/u.test(left.text.slice(-4)) && /^\p{L}/u.test(right.text)) return "cut";
  if (open && inside) return strange ? "gap" : "cut";
  if (!open && inside)
    return endsShortened(left.text) || !isProse(left.text) ? "cut" : isBare(right.text) ? "gap" : "whole";
  if (!open || !isProse(left.text)) return "whole";
  if (/^[(\d]/.test(right.text)) return breaksOff(left.text) || /^\(/.test(right.text) ? "cut" : "gap";
  const word = /^["“‘'«(*]*([\p{L}\p{M}]+)/u.exec(right.text)?.[1] ?? "";
  const named = (usage.get(word.toLowerCase())?.get(word) ?? 0) > 0;
  if (breaksOff(left.text)) return named ? "cut" : "gap";
  return isProse(right.text) ? "gap" : "whole";
}

/** Whether a text begins with a plain word: `iPhones` and `al-Sisi` may begin a sentence. */
function isBare(text: string): boolean {
  return /^\p{Ll}+[\s,]/u.test(text) && !/^(?:al|el|de|von|van|bin|ibn|di|da)\b/.test(text);
}

/**
 * Whether pictures stand between whole paragraphs here, so that one inside a sentence is a sign of loss. On pages that were
 * set, pictures cut sentences all the time; on pages printed from a screen they never do.
 */
function picturesStandBetween(items: readonly Item[]): boolean {
  let [between, within] = [0, 0];
  for (const [i, item] of items.entries()) {
    const [before, after] = [items[i - 1], items[i + 1]];
    if (item.kind !== "figure" || before?.kind !== "text" || after?.kind !== "text") continue;
    if (endsOpen(before.text) && beginsInside(after.text)) within++;
    else between++;
  }
  return between >= 2 * within && between > 0;
}

function lastWords(text: string): string {
  return text.slice(-200).split(/\s+/).slice(-6).join(" ");
}

function gap(draft: Draft, left: Item, right: Item, pictured: boolean): Finding {
  const [from, to] = [left.lines.at(-1), right.lines[0]];
  const where = pictured
    ? "with a picture between, where no picture cuts a sentence elsewhere"
    : "and the two do not fit";
  const reason = `Words seem to be missing between ${quoted(lastWords(left.text))} (line ${from}) and ${quoted(right.text, 40)} (line ${to}), ${where}`;
  return finding(draft, "import-words-missing", right.lines[0], reason);
}
