import type { VFileMessage } from "vfile-message";
import type { Artifact, Edition, PageMap, Stage, TypesetterChoice, Written } from "./publication.js";
import { toldOnce } from "./told-once.js";

/** What came of a manuscript. Without artifacts a message is fatal. */
export interface Published {
  readonly artifacts: readonly Artifact[];
  /** The pages of the print edition, where it was set: to be kept for a build without it. */
  readonly pageMap?: PageMap;
  /** What set the pages, where a PDF was made. */
  readonly typesetter?: TypesetterChoice;
  readonly messages: readonly VFileMessage[];
  readonly stages: readonly Stage[];
  /** The same messages by what they came of: of reading, and of each edition beside what was written. */
  readonly examination: readonly VFileMessage[];
  readonly written: ReadonlyMap<Edition, Written>;
}

/** Gather what was said and made: where anything is fatal there are no artifacts. */
export function settle(
  examination: readonly VFileMessage[],
  written: ReadonlyMap<Edition, Written>,
): Omit<Published, "pageMap" | "stages"> {
  const results = [...written.values()];
  const messages = toldOnce(
    examination,
    results.flatMap((result) => result.messages),
  );
  const artifacts = messages.some(isFatal) ? [] : results.flatMap((result) => result.artifacts ?? []);
  const typesetter = artifacts.length > 0 && results.find((result) => result.typesetter)?.typesetter;
  return { artifacts, ...(typesetter && { typesetter }), messages, examination, written };
}

/** Say whether a message forbids artifacts. */
export function isFatal(message: VFileMessage): boolean {
  return message.fatal === true;
}
