import { type Edit, edited } from "../content/edit.js";
import type { PageContent, Run } from "../content/read-page.js";

/** What is changed in the content of a page; nothing of it shows. */
export interface ContentChanges {
  /** Pieces that are no content after all. */
  readonly artifacts: readonly number[];
  /** Runs behind which a space is missing. */
  readonly unspaced: readonly Run[];
  /** Runs that are only the hyphen of a broken line. */
  readonly hyphens: readonly Run[];
}

/** Write a page's content with its artifacts marked (ISO 32000-1, 14.8.2.2), spaces at the ends of lines, and soft hyphens soft. */
export function editContent({ stream, pieces, loose }: PageContent, changes: ContentChanges): string {
  const edits: Edit[] = loose.flatMap(({ from, to }) => [
    { from, to: from, text: "/Artifact BMC\n" },
    { from: to, to, text: "\nEMC" },
  ]);
  for (const id of changes.artifacts) {
    const opening = pieces.get(id)?.opening;
    if (opening) edits.push({ ...opening, text: "/Artifact BMC" });
  }
  for (const { end, space } of changes.unspaced) {
    if (space !== undefined) edits.push({ from: end, to: end, text: `<${space}> Tj\n` });
  }
  for (const { replacement } of changes.hyphens) {
    if (replacement) edits.push({ ...replacement, text: "<feff00ad>" });
  }
  return edited(stream, edits);
}
