import type { Publication, TypesetterName } from "../publication.js";

/** What sets the pages of a publication, and why. */
export interface TypesetterChoice {
  readonly name: TypesetterName;
  readonly reason: string;
}

/** Choose what sets the pages: what publication.yaml names, where it can do what is asked for. */
export function chooseTypesetter({ metadata }: Pick<Publication, "metadata">): TypesetterChoice {
  if (metadata.notes.placement === "footnotes")
    return { name: "paged", reason: "notes at the foot of pages: Chromium's own pagination has none" };
  if (metadata.typesetter) return { name: metadata.typesetter, reason: "publication.yaml names it" };
  return { name: "paged", reason: "the default" };
}
