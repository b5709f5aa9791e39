import { groupId } from "../chapter-ids.js";
import type { Chapter, Manuscript } from "../publication.js";
import { type Draft, draftOf } from "./draft.js";

/**
 * Lay all chapters on the bench in reading order, those of a group behind their part title: a source of its own, or one that is made
 * of the title in publication.yaml.
 */
export function layOut(manuscript: Manuscript, chapters: readonly Chapter[]): Draft[] {
  const sources = new Map(manuscript.sources.map((source) => [source.path, source]));
  const taken = new Set(chapters.map(({ id }) => id));
  const openers = new Map<number, string>();
  return chapters.flatMap((chapter) => {
    const { group, opensGroup } = sources.get(chapter.path) ?? {};
    if (group === undefined) return [draftOf(chapter)];
    const opener = openers.get(group);
    if (opener !== undefined) return [draftOf(chapter, opener)];
    if (opensGroup) {
      openers.set(group, chapter.id);
      return [draftOf(chapter)];
    }
    const made = partTitle(manuscript, group, taken);
    openers.set(group, made.id);
    return [draftOf(made), draftOf(chapter, made.id)];
  });
}

/** Throws where publication.yaml has no title there. */
function partTitle({ metadata, placeOf }: Manuscript, group: number, taken: Set<string>): Chapter {
  const entry = metadata.body[group];
  if (typeof entry !== "object" || !("title" in entry))
    throw new Error(`Expected entry ${group} of the body to be a group with a title`);
  return {
    id: groupId(entry.title, taken),
    path: "",
    division: "body",
    role: "doc-part",
    title: [{ type: "text", value: entry.title }],
    authors: [],
    numbered: true,
    content: [],
    notes: [],
    place: placeOf("body", group, "part"),
  };
}
