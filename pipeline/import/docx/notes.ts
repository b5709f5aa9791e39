import type { FootnoteDefinition } from "mdast";
import { printedText } from "../words.js";
import { blocksOf } from "./blocks.js";
import type { Draft } from "./draft.js";
import type { NoteType } from "./model.js";

/** Read the notes that were called into definitions; an empty one is told, and its call goes with it. */
export function readNotes(draft: Draft): void {
  for (const [key, label] of [...draft.noteLabels]) {
    const [noteType = "footnote", noteId = ""] = key.split(" ") as [NoteType, string];
    const note = draft.document.notes.resolve({ noteType, noteId });
    const children = blocksOf(note?.body ?? [], draft) as FootnoteDefinition["children"];
    if (children.length === 0) continue;
    draft.notes.set(label, {
      type: "footnoteDefinition",
      identifier: label,
      label,
      children,
      data: unprinted(children),
    });
  }
}

/** Word makes the number itself, and no word of the text says it. */
function unprinted(children: FootnoteDefinition["children"]): FootnoteDefinition["data"] {
  return { printed: children.map(printedText).join("\n") };
}
