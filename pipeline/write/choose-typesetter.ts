import { direction } from "../direction.js";
import type { Publication, TypesetterName } from "../publication.js";

/** What sets the pages of a publication, and why. */
export interface TypesetterChoice {
  readonly name: TypesetterName;
  readonly reason: string;
}

/** Choose what sets the pages: what publication.yaml names, where it can do what is asked for, else what does it better. */
export function chooseTypesetter({ metadata }: Pick<Publication, "metadata">): TypesetterChoice {
  if (metadata.notes.placement === "footnotes")
    return { name: "paged", reason: "notes at the foot of pages: Chromium's own pagination has none" };
  if (metadata.typesetter) return { name: metadata.typesetter, reason: "publication.yaml names it" };
  if (direction(metadata.language) === "rtl")
    return { name: "native", reason: "written from right to left: Paged.js divides no paragraph there" };
  return { name: "paged", reason: "the default" };
}
