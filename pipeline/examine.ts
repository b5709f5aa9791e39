import type { VFileMessage } from "vfile-message";
import { assemble } from "./assemble/assemble.js";
import { chapterIds } from "./chapter-ids.js";
import { glyphMissing } from "./check-publication/glyph-missing.js";
import { publicationRules } from "./check-publication/index.js";
import type { Manuscript, Publication, Theme, Tools } from "./publication.js";
import { read } from "./read/read.js";
import { weigh } from "./severities.js";

/** A publication, and every message that can be had without writing it. */
export interface Examined {
  readonly publication: Publication;
  readonly messages: VFileMessage[];
}

/** Read and assemble a manuscript. */
export function examine(manuscript: Manuscript, theme: Theme): Promise<Examined> {
  return examineWithPauses(manuscript, theme, { progress: () => undefined, pause: async () => undefined });
}

/** What examining may be handed: `read` where the chapters of an earlier run may do again. */
export type Examining = Pick<Tools, "progress" | "pause"> & { readonly read?: typeof read };

/** Read and assemble a manuscript as `examine` does, with a pause after each source, in which a starting browser gets its answers. */
export async function examineWithPauses(
  manuscript: Manuscript,
  theme: Theme,
  { progress, pause, read: readSource = read }: Examining,
): Promise<Examined> {
  const { sources, metadata } = manuscript;
  const ids = chapterIds(sources.map(({ path }) => path));
  const results: Awaited<ReturnType<typeof read>>[] = [];
  for (const source of sources) {
    results.push(await readSource(source, ids.get(source.path) ?? "", metadata.language));
    progress({ stage: "read", done: results.length, total: sources.length });
    await pause();
  }
  const chapters = results.map(({ chapter }) => chapter);
  const prose = results.flatMap((result) => result.prose);
  const { publication, messages } = assemble(manuscript, chapters, theme);
  const whole = { manuscript, chapters, prose, publication };
  const all = [
    ...results.flatMap((result) => result.messages),
    ...messages,
    ...publicationRules.flatMap((rule) => rule(whole)),
    ...glyphMissing(whole, theme),
  ];
  return { publication, messages: weigh(all, metadata) };
}
