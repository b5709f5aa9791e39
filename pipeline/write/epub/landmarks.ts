import type { Part, Publication } from "../../publication.js";
import { exhibitLists } from "../exhibit-lists.js";
import { documentName } from "./links.js";

/** A place that readers' software leads to. */
export interface Landmark {
  /** A word of the EPUB 3 Structural Semantics Vocabulary. */
  readonly type: string;
  readonly href: string;
  readonly label: string;
}

/** Name the landmarks of a publication in reading order (EPUB 3.3, "The landmarks nav element"). */
export function landmarksOf(publication: Publication): Landmark[] {
  const { parts, words } = publication;
  const firstOfBody = parts.find(({ division }) => division === "body");
  return parts.flatMap((part): Landmark[] => {
    const [type, label] = part === firstOfBody ? ["bodymatter", words.startOfContent] : ofKind(part);
    const own = type === undefined ? [] : [{ type, label, href: documentName(part) }];
    return part.kind === "contents" ? [...own, ...listsIn(part, publication)] : own;
  });
}

function listsIn(contents: Part, publication: Publication): Landmark[] {
  return exhibitLists(publication).map(({ type, id, title }) => ({
    type,
    label: title,
    href: `${documentName(contents)}#${id}`,
  }));
}

function ofKind({ kind, title }: Part): [type: string | undefined, label: string] {
  const types = { cover: "cover", "title-page": "titlepage", contents: "toc", notes: "endnotes" } as const;
  return [kind in types ? types[kind as keyof typeof types] : undefined, title];
}
