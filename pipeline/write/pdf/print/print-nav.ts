import type { NavItem, Publication } from "../../../publication.js";

/** List the contents of a print edition: without the part of notes where these stand at the foot of the pages. */
export function printNav({ nav, metadata, parts }: Publication): readonly NavItem[] {
  if (metadata.notes.placement !== "footnotes") return nav;
  const gone = parts.find(({ kind }) => kind === "notes")?.id;
  return nav.filter(({ partId }) => partId !== gone);
}
