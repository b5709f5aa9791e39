import type { Finding } from "../importer.js";
import { callsIn } from "./calls.js";
import { type Draft, finding, type Item, type Note } from "./draft.js";
import { joinCut } from "./join-cut.js";
import { bareMarkerOf, type Marker } from "./note-marker.js";
import { beginsInside, endsOpen } from "./sentences.js";

/** Take the notes off the foot of every page: blocks at its end that begin with the number of a call on it. */
export function takePageNotes(draft: Draft): Draft {
  const pages = new Map<number, Item[]>();
  for (const item of draft.items) {
    const page = pages.get(item.page);
    if (page) page.push(item);
    else pages.set(item.page, [item]);
  }
  if (pages.size < 2) return draft;
  const items: Item[] = [];
  const notes: Note[] = [];
  const findings: Finding[] = [];
  for (const page of pages.values()) {
    const foot = footOf(page);
    const start = startOfRest(page, foot.start, notes.at(-1));
    items.push(...page.slice(0, start));
    for (const item of page.slice(start)) {
      const marker = markerAt(item, foot.numbers);
      const last = notes.at(-1);
      if (marker) notes.push({ ...item, text: marker.rest, number: marker.number });
      else if (last) {
        const lines = [...last.lines, ...item.lines];
        const text = endsOpen(last.text)
          ? joinCut(last.text, item.text, item.lines[0] ?? 0, draft, findings, `note ${last.number}`)
          : `${last.text}\n\n${item.text}`;
        notes[notes.length - 1] = { ...last, lines, text };
      }
    }
  }
  if (notes.length > 0) {
    const reason = `Gathered ${notes.length} notes from the feet of pages`;
    findings.push(finding(draft, "import-notes-gathered", notes[0]?.lines[0], reason));
  }
  return { ...draft, items, notes: [...notes, ...draft.notes], findings: [...draft.findings, ...findings] };
}

/** The rest of a note that the page before cut: the last text above the notes of this one, where it begins inside a sentence. */
function startOfRest(page: readonly Item[], start: number, last: Note | undefined): number {
  const rest = page[start - 1];
  const goesOn = last && last.page < (rest?.page ?? 0) && endsOpen(last.text);
  return goesOn && start > 1 && rest && beginsInside(rest.text) ? start - 1 : start;
}

interface Foot {
  readonly start: number;
  /** What is called above. */
  readonly numbers: ReadonlySet<string>;
}

/** Find where the notes of a page begin; at its end where it has none. */
function footOf(page: readonly Item[]): Foot {
  const text = page.filter((item) => bareMarkerOf(item.text) === undefined);
  const numbers = new Set(text.flatMap((item) => callsIn(item.text)));
  const start = page.findIndex((item, i) => i > 0 && markerAt(item, numbers) !== undefined);
  return { start: start < 0 ? page.length : start, numbers };
}

function markerAt(item: Item, numbers: ReadonlySet<string>): Marker | undefined {
  if (item.kind !== "text" && item.kind !== "item") return undefined;
  const marker = bareMarkerOf(item.text);
  return marker && numbers.has(marker.number) ? marker : undefined;
}
