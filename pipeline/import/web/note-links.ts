import type { Element } from "hast";
import { aimOf, idsOf, isCall, type WebDocument } from "./document.js";
import { all } from "./tree.js";

/** Mark links that lead into a note and are no calls, `see note 12`: in `data-note-link` stands the label of the note. */
export function markNoteLinks(
  documents: readonly WebDocument[],
  notes: Iterable<{ readonly label: string; readonly element: Element }>,
): void {
  const labels = new Map<Element, string>();
  for (const { label, element } of notes)
    for (const inside of [element, ...all(element)]) labels.set(inside, label);
  const ids = new Map(documents.map((document) => [document.path, idsOf(document)]));
  for (const document of documents)
    for (const link of all(document.tree)) {
      if (link.tagName !== "a" || isCall(link)) continue;
      const { path, id } = aimOf(document, link);
      const target = ids.get(path)?.get(id);
      const label = target && labels.get(target);
      if (label !== undefined) link.properties.dataNoteLink = label;
    }
}
