import type { Finding } from "../importer.js";
import { type Draft, finding, type Item, quoted } from "./draft.js";

/** A number that a chapter's heading begins with. */
const number = /^(?:(?:chapter|kapitel|chapitre|capítulo)\s+(\d{1,3})\s*[.:–—-]?\s+|(\d{1,3})\.?\s+)(?=\S)/i;

/** Take the numbers off chapters that count up from 1, for quoin numbers them itself; else say that chapters have none. */
export function numberChapters(draft: Draft): Draft {
  const chapters = draft.items.filter((item) => item.kind === "heading" && item.depth === 1);
  const numbers = chapters.map(({ text }) => number.exec(text)).filter((match) => match !== null);
  const counts = numbers.every((match, i) => Number(match[1] ?? match[2]) === i + 1);
  if (numbers.length < 2 || !counts)
    return { ...draft, metadata: { ...draft.metadata, chapters: { numbered: false } } };
  const findings: Finding[] = [];
  const items = draft.items.map((item): Item => {
    const prefix = item.kind === "heading" && item.depth === 1 ? number.exec(item.text)?.[0] : undefined;
    if (prefix === undefined) return item;
    const reason = `Took off the number of a chapter, which quoin sets itself: ${quoted(item.text)}`;
    findings.push(finding(draft, "import-number-dropped", item.lines[0], reason, { dropped: prefix }));
    return { ...item, text: item.text.slice(prefix.length) };
  });
  return { ...draft, items, findings: [...draft.findings, ...findings] };
}
