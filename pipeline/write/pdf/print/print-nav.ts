import { isDedication } from "../../../dedication.js";
import type { NavItem, Part, Publication } from "../../../publication.js";

/** List what a print edition holds: without the part of notes where these stand at the foot of the pages. */
export function printNav(publication: Publication): readonly NavItem[] {
  const isGone = ({ kind }: Part) => publication.metadata.notes.placement === "footnotes" && kind === "notes";
  return without(publication, publication.nav, isGone);
}

/** List what the printed contents show of it: without dedications. */
export function printedContents(publication: Publication): readonly NavItem[] {
  return without(publication, printNav(publication), isDedication);
}

function without(
  { parts }: Publication,
  items: readonly NavItem[],
  isGone: (part: Part) => boolean,
): readonly NavItem[] {
  const gone = new Set(parts.filter(isGone).map(({ id }) => id));
  return items.filter(({ partId }) => !gone.has(partId));
}
