import { findCalls } from "./calls.js";
import { type Draft, finding, type Item, type Note } from "./draft.js";

/** A star or a dagger at the beginning of a note. */
const sign = /^\s*(\*{1,3}|[†‡§¶]{1,3})\s*(?=[\p{L}\p{N}“"‘'(*])/u;

/** Take notes behind stars and daggers, wherever they stand: below a paragraph or table that calls their sign. */
export function takeSignNotes(draft: Draft): Draft {
  const items: Item[] = [];
  const notes: Note[] = [];
  const open = new Set<string>();
  for (const item of draft.items) {
    const match = item.kind === "text" ? sign.exec(item.text) : null;
    const number = match?.[1] ?? "";
    if (match && open.delete(number)) notes.push({ ...item, number, text: item.text.slice(match[0].length) });
    else {
      items.push(item);
      for (const call of findCalls(item.text, "symbol")) open.add(call.number);
    }
  }
  if (notes.length === 0) return draft;
  const reason = `Gathered ${notes.length} notes that stand behind signs`;
  const told = finding(draft, "import-notes-gathered", notes[0]?.lines[0], reason);
  return { ...draft, items, notes: [...draft.notes, ...notes], findings: [...draft.findings, told] };
}
