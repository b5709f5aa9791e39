import type { VFileMessage } from "vfile-message";
import type { Passage } from "../check/passages.js";
import type { Chapter, Manuscript, Publication } from "../publication.js";

/** Everything that is known of a publication before it is written. */
export interface Whole {
  readonly manuscript: Manuscript;
  readonly chapters: readonly Chapter[];
  /** The words of all sources, in reading order. */
  readonly prose: readonly Passage[];
  readonly publication: Publication;
}

/** A rule that can only be judged when all sources are known. One file each; the registry is index.ts. */
export type PublicationRule = (whole: Whole) => readonly VFileMessage[];
