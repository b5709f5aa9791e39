import type { Finding } from "../importer.js";
import { type Draft, finding, type Item, type Note, quoted } from "./draft.js";
import { looksLikeHeading } from "./headings.js";
import { joinCut } from "./join-cut.js";
import { bareMarkerOf, type Marker } from "./note-marker.js";
import { beginsInside, endsOpen } from "./sentences.js";
import { notesHeading } from "./vocabulary.js";

/** How far a number may jump: notes that an extract lost. */
const widestHole = 5;

/** Take the notes out of every section that is headed so; the parts of a note that a page cut are joined. */
export function takeNotesSections(draft: Draft): Draft {
  const items: Item[] = [];
  const notes: Note[] = [];
  const findings: Finding[] = [];
  for (let i = 0; i < draft.items.length; i++) {
    const item = draft.items[i];
    if (!item) continue;
    const section = isHead(item) ? readSection(draft, i + 1, findings) : undefined;
    if (!section) items.push(item);
    else {
      notes.push(...section.notes);
      const reason = `Gathered ${section.notes.length} notes, which quoin sets under a heading of its own`;
      findings.push(finding(draft, "import-notes-gathered", item.lines[0], reason, { dropped: item.text }));
      i = section.end - 1;
    }
  }
  return { ...draft, items, notes: [...draft.notes, ...notes], findings: [...draft.findings, ...findings] };
}

function isHead({ text }: Item): boolean {
  return notesHeading.test(text.trim());
}

/** Read notes from an item on, as long as their numbers go on; undefined where none begins there. */
function readSection(
  draft: Draft,
  start: number,
  findings: Finding[],
): { readonly notes: readonly Note[]; readonly end: number } | undefined {
  const notes: Note[] = [];
  let i = start;
  for (; i < draft.items.length; i++) {
    const item = draft.items[i];
    if (!item) break;
    const last = notes.at(-1);
    const marker = nextMarker(item, last);
    if (marker) notes.push({ ...item, text: marker.rest, number: marker.number });
    else if (!last && !(looksLikeHeading(item.text) && restartsAfter(draft.items, i))) return undefined;
    else if (isHead(item) || (looksLikeHeading(item.text) && restartsAfter(draft.items, i))) {
      if (isHead(item)) break;
      const reason = `Left out a heading between notes: ${quoted(item.text)}`;
      findings.push(finding(draft, "import-notes-gathered", item.lines[0], reason, { dropped: item.text }));
    } else if (last && goesOn(item, last, draft.items, i))
      notes[notes.length - 1] = continued(last, item, draft, findings);
    else break;
  }
  return { notes, end: i };
}

/** The marker of a note, where its number is one that can follow: the next, one after a hole, or 1 again. */
function nextMarker(item: Item, last: Note | undefined): Marker | undefined {
  const marker = bareMarkerOf(item.text);
  if (!marker || marker.kind === "bullet") return undefined;
  if (marker.kind === "symbol") return marker;
  const [number, before] = [Number(marker.number), Number(last?.number ?? 0)];
  if (!last) return number <= widestHole || marker.kind !== "number" ? marker : undefined;
  const follows = number > before && number <= before + widestHole;
  return follows || (number === 1 && !endsOpen(last.text)) ? marker : undefined;
}

function restartsAfter(items: readonly Item[], i: number): boolean {
  return bareMarkerOf(items[i + 1]?.text ?? "")?.number === "1";
}

/** Whether an item without a number belongs to the note before it: that one breaks off, or more notes follow. */
function goesOn(item: Item, last: Note, items: readonly Item[], i: number): boolean {
  if (item.kind !== "text") return false;
  if (endsOpen(last.text) || beginsInside(item.text) || /^(?:https?:\/\/|www\.)/.test(item.text)) return true;
  return items
    .slice(i + 1, i + 4)
    .some((later) => Number(nextMarker(later, last)?.number) === Number(last.number) + 1);
}

function continued(note: Note, item: Item, draft: Draft, findings: Finding[]): Note {
  const lines = [...note.lines, ...item.lines];
  const bullet = /^\s*[-•▪*]\s+/.exec(item.text)?.[0] ?? "";
  const text = item.text.slice(bullet.length);
  if (bullet !== "" && endsOpen(note.text)) {
    const reason = `Took out a stray bullet inside note ${note.number}: ${quoted(item.text)}`;
    findings.push(finding(draft, "import-bullet-dropped", item.lines[0], reason));
  }
  if (!endsOpen(note.text) && !beginsInside(text))
    return { ...note, lines, text: `${note.text}\n\n${item.text}` };
  return {
    ...note,
    lines,
    text: joinCut(note.text, text, item.lines[0] ?? 0, draft, findings, `note ${note.number}`),
  };
}
