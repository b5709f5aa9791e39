import type { Part, Publication } from "../../publication.js";
import { documentName } from "./links.js";

/** A place that readers' software leads to. */
export interface Landmark {
  /** A word of the EPUB 3 Structural Semantics Vocabulary. */
  readonly type: string;
  readonly href: string;
  readonly label: string;
}

/** Name the landmarks of a publication in reading order (EPUB 3.3, "The landmarks nav element"). */
export function landmarksOf({ parts, words }: Publication): Landmark[] {
  const firstOfBody = parts.find(({ division }) => division === "body");
  return parts.flatMap((part): Landmark[] => {
    const [type, label] = part === firstOfBody ? ["bodymatter", words.startOfContent] : ofKind(part);
    return type === undefined ? [] : [{ type, label, href: documentName(part) }];
  });
}

function ofKind({ kind, title }: Part): [type: string | undefined, label: string] {
  const types = { cover: "cover", "title-page": "titlepage", contents: "toc", notes: "endnotes" } as const;
  return [kind in types ? types[kind as keyof typeof types] : undefined, title];
}
