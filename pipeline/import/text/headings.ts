import type { Finding } from "../importer.js";
import { titleCase } from "./casing.js";
import { keyOf } from "./contents.js";
import { type Draft, finding, type Item, quoted } from "./draft.js";
import { markerOf } from "./note-marker.js";
import { beginsInside, endsOpen, isProse } from "./sentences.js";
import { isShouted } from "./usage.js";

const longest = 110;
const mostWords = 16;

/** What numbers a heading: `Chapter 3:`, `2.1`, `IV.` */
const numbered =
  /^(?:(?:chapter|part|section|kapitel|teil|chapitre|partie|capítulo|parte)\s+(?:\d+|[ivxlc]+)\b[.:]?|(\d+(?:\.\d+)+)\.?\s|(\d+|[IVX]+)\.\s)/i;

/** Whether a text looks as a heading does: short, with a capital, and no sentence. */
export function looksLikeHeading(text: string): boolean {
  if (text.length > longest || text.split(/\s+/).length > mostWords) return false;
  if (!/^["“‘'(¿¡]?[\p{Lu}\p{Lo}\d]/u.test(text) || !/\p{L}/u.test(text)) return false;
  return endsOpen(text) ? !/[,;–—-]$/.test(text) : /[?!]$/.test(text);
}

/** Tell headings by their look, by their numbers, and by the table of contents; their depths follow from the same. */
export function recogniseHeadings(draft: Draft): Draft {
  const findings: Finding[] = [];
  const found = draft.items.map((item, i) => isHeading(item, draft.items[i - 1], draft.items[i + 1], draft));
  const texts = draft.items.filter((_, i) => found[i]).map(({ text }) => text);
  const shouted = texts.some(isShouted) && !texts.every(isShouted);
  const items = draft.items.map((item, i): Item => {
    if (!found[i] || item.kind !== "text") return item;
    const depth = depthOf(item.text, shouted, draft);
    const reason = `Taken as a heading of level ${depth}: ${quoted(item.text, 90)}`;
    findings.push(finding(draft, "import-heading-guessed", item.lines[0], reason));
    if (!isShouted(item.text)) return { ...item, kind: "heading", depth };
    const text = titleCase(item.text, draft);
    findings.push(
      finding(
        draft,
        "import-heading-cased",
        item.lines[0],
        `Set a heading of capitals as a title: ${quoted(text, 90)}`,
      ),
    );
    return { ...item, kind: "heading", depth, text };
  });
  return { ...draft, items, findings: [...draft.findings, ...findings] };
}

function isHeading(item: Item, before: Item | undefined, after: Item | undefined, draft: Draft): boolean {
  if (item.kind !== "text") return false;
  const { text } = item;
  if (draft.listed.has(keyOf(text))) return true;
  if (!looksLikeHeading(text)) return false;
  const marker = markerOf(text);
  if (marker?.kind === "bullet" || marker?.kind === "symbol" || marker?.kind === "bracket") return false;
  // The tail of a sentence that a page cut may look like a heading.
  if (before?.kind === "text" && isProse(before.text) && endsOpen(before.text)) return false;
  return after !== undefined && goesWith(after);
}

/** What may stand below a heading: text that begins a sentence, a list, a picture, or a heading of its own. */
function goesWith(after: Item): boolean {
  if (after.kind !== "text") return true;
  return (
    !beginsInside(after.text) &&
    (isProse(after.text) || looksLikeHeading(after.text) || !endsOpen(after.text))
  );
}

function depthOf(text: string, someShouted: boolean, draft: Draft): number {
  const listed = draft.listed.get(keyOf(text));
  if (listed !== undefined) return listed;
  const match = numbered.exec(text);
  if (match?.[1] !== undefined) return Math.min(5, match[1].split(".").length);
  if (match) return 1;
  return someShouted && !isShouted(text) ? 2 : 1;
}
