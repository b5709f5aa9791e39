import type { Element } from "hast";
import { h } from "hastscript";
import { visit } from "unist-util-visit";
import type { Metadata } from "../publication.js";
import type { Draft } from "./draft.js";

/**
 * Number notes in the order of their first calls and turn every call into a link.
 *
 * The id of a call is `fnref-3`, then `fnref-3b`, `fnref-3c` for further calls of the same note; where notes restart by
 * chapter, all ids carry the chapter: `fnref-israel-3`.
 */
export function numberNotes(drafts: readonly Draft[], numbering: Metadata["notes"]["numbering"]): void {
  let last = 0;
  for (const draft of drafts) {
    if (numbering === "chapter") last = 0;
    const byLabel = new Map(draft.notes.map((note) => [note.label, note]));
    visit(
      { type: "root", children: [...draft.title, ...draft.content] },
      { type: "element", tagName: "note-call" },
      (call: Element) => {
        const note = byLabel.get(String(call.properties.label));
        if (!note)
          throw new Error(`a note call without a note came through the reader: ${call.properties.label}`);
        note.number ??= ++last;
        const key = numbering === "chapter" ? `${draft.chapter.id}-${note.number}` : String(note.number);
        const id = `fnref-${key}${letterOf(note.calls.length)}`;
        note.calls.push(id);
        const link = h("a", { id, role: "doc-noteref", href: `#fn-${key}` }, String(note.number));
        Object.assign(call, { tagName: "sup", properties: { className: ["note-call"] }, children: [link] });
      },
    );
  }
}

/** Nothing for the first call, then b, c … z, aa, ab …. */
export function letterOf(index: number): string {
  if (index === 0) return "";
  let letters = "";
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(97 + ((n - 1) % 26)) + letters;
  }
  return letters;
}
