import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { sourceData } from "../problem.js";
import type { Part, Words } from "../publication.js";
import { type Draft, type DraftNote, isPartTitle } from "./draft.js";
import { letterOf } from "./number-notes.js";
import { plainText } from "./plain-text.js";

/** Gather the called notes into one part; grouped under chapter titles where numbers restart. Undefined without notes. */
export function notesPart(drafts: readonly Draft[], grouped: boolean, words: Words): Part | undefined {
  const withNotes = drafts.filter((draft) => draft.notes.some((note) => note.number !== undefined));
  if (withNotes.length === 0) return undefined;
  const body = grouped
    ? withNotes.map((draft) => groupOf(draft, words))
    : [list(withNotes.flatMap((draft) => calledNotes(draft).map((note) => noteItem(note, words))))];
  const section = h(
    "section",
    { id: "notes", className: ["notes", "back"], role: "doc-endnotes", ariaLabelledBy: "notes-title" },
    [h("header.opener", h("h1", { id: "notes-title" }, words.notes)), ...body],
  );
  return {
    id: "notes",
    kind: "notes",
    division: "back",
    title: words.notes,
    tree: { type: "root", children: [section] },
  };
}

function groupOf(draft: Draft, words: Words): Element {
  const id = `notes-${draft.chapter.id}`;
  const title = [draft.number, plainText(draft.title)].filter(Boolean).join(isPartTitle(draft) ? ". " : " ");
  return h("section.note-group", { id, ariaLabelledBy: `${id}-h` }, [
    h("h2", { id: `${id}-h` }, title),
    list(calledNotes(draft).map((note) => noteItem(note, words))),
  ]);
}

function list(items: Element[]): Element {
  return h("ol.notes-list", items);
}

function calledNotes(draft: Draft): DraftNote[] {
  return draft.notes
    .filter((note) => note.number !== undefined)
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
}

/**
 * One note: its number leads back to the first call and stands first (Kindle runs notes together otherwise); one more
 * backlink at its end for every further call.
 */
function noteItem(note: DraftNote, words: Words): Element {
  const [firstCall = "", ...others] = note.calls;
  const label = (index: number) => words.backToCall.replace("{n}", `${note.number}${letterOf(index)}`);
  const back = (className: string, href: string, index: number, text: string) =>
    h("a", { className: [className], role: "doc-backlink", href: `#${href}`, ariaLabel: label(index) }, text);
  const returns = others.flatMap((call, i): ElementContent[] => [
    { type: "text", value: " " },
    back("note-return", call, i + 1, `↩${letterOf(i + 1)}`),
  ]);
  const blocks = note.children.filter((child) => child.type === "element");
  // What runs the other way as a whole does so with its number.
  const [dir, ...further] = new Set(blocks.map(({ properties }) => properties.dir));
  const first = paragraphAt(blocks, "start");
  first.children.unshift(back("note-number", firstCall, 0, `${note.number}.`), { type: "text", value: " " });
  const last = returns.length > 0 ? paragraphAt(blocks, "end") : undefined;
  last?.children.push(...(last.children.length > 0 ? returns : returns.slice(1)));
  return {
    ...h(
      "li.note",
      {
        id: firstCall.replace(/^fnref-/, "fn-"),
        dataNumber: String(note.number),
        ...(dir && further.length === 0 && { dir }),
      },
      blocks,
    ),
    position: { start: note.place, end: note.place },
    data: sourceData(note.place.file),
  };
}

/** The paragraph that begins or ends a note; a new one where a list or a quotation stands there. */
function paragraphAt(blocks: Element[], end: "start" | "end"): Element {
  const found = end === "start" ? blocks[0] : blocks.at(-1);
  if (found?.tagName === "p") return found;
  const paragraph = h("p");
  if (end === "start") blocks.unshift(paragraph);
  else blocks.push(paragraph);
  return paragraph;
}
