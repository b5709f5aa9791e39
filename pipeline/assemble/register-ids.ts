import type { Element } from "hast";
import { visit } from "unist-util-visit";
import { madeIds } from "../chapter-ids.js";
import { placeOf, problem } from "../problem.js";
import type { Place } from "../publication.js";
import { type Draft, type Messages, treesOf } from "./draft.js";

/** What an id names, for the words of a reference to it. */
export interface Target {
  readonly element: Element;
  readonly draft: Draft;
}

/** Index every id of the publication; report those that are not CSS-safe, taken, or quoin's own. */
export function registerIds(drafts: readonly Draft[], messages: Messages): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  const places = new Map<string, Place>();
  // The id of a heading follows from its section's: one mistake, one message.
  const refused = new Set<string>();
  const register = (id: string, at: Place): boolean => {
    const earlier = places.get(id);
    if (!/^[A-Za-z][\w-]*$/.test(id)) {
      const reason = `Unexpected id \`${id}\`; expected a letter, then letters, digits, - or _`;
      messages.push(problem("id-invalid", reason, at));
    } else if (madeIds.test(id)) {
      messages.push(
        problem("id-invalid", `Unexpected id \`${id}\`; quoin makes such ids itself, expected another`, at),
      );
    } else if (earlier) {
      const reason = `Unexpected second id \`${id}\`; it stands already at ${earlier.file}:${earlier.line}`;
      messages.push(problem("id-duplicate", reason, at));
    } else {
      places.set(id, at);
      return true;
    }
    return false;
  };
  // Chapters first: they give the EPUB's files their names.
  for (const { chapter } of drafts) register(chapter.id, chapter.place);
  for (const draft of drafts) {
    const file = draft.chapter.path;
    visit({ type: "root", children: treesOf(draft) }, "element", (element: Element) => {
      const id = element.properties.id;
      if (typeof id !== "string") return;
      if (isNoteCall(element) || refused.has(id.replace(/-h$/, ""))) return;
      if (register(id, placeOf(element, file) ?? draft.chapter.place)) targets.set(id, { element, draft });
      else refused.add(id);
    });
  }
  return targets;
}

function isNoteCall(element: Element): boolean {
  return element.properties.role === "doc-noteref";
}
