import type { Element } from "hast";
import { visit } from "unist-util-visit";
import type { Words } from "../../../publication.js";

/**
 * Let the running heads of notes say to which pages the notes below them belong: a reader comes from there. Each note names its first
 * call, whose folio the typesetter knows.
 */
export function headByCalls(section: Element, { notesToPage, notesToPages }: Words): void {
  Object.assign(section.properties, { dataHeadPage: notesToPage, dataHeadPages: notesToPages });
  visit(section, { tagName: "li" }, (note: Element) => {
    const call = note.properties.dataNumber === undefined ? undefined : firstCall(note);
    if (call) note.properties.dataHeadBy = call;
  });
}

/** The id of the call that a note's number leads back to. */
function firstCall(note: Element): string | undefined {
  let found: string | undefined;
  visit(note, { tagName: "a" }, ({ properties: { className, href } }: Element) => {
    if (Array.isArray(className) && className.includes("note-number")) found ??= String(href).slice(1);
  });
  return found;
}
