import type { VFileMessage } from "vfile-message";
import { assemble } from "./assemble/assemble.js";
import { chapterIds } from "./chapter-ids.js";
import { publicationRules } from "./check-publication/index.js";
import type { Manuscript, Publication, Theme, Tools } from "./publication.js";
import { read } from "./read/read.js";
import { weigh } from "./severities.js";

/** Read and assemble a manuscript: the publication, and every message that can be had without writing it. */
export function examine(
  manuscript: Manuscript,
  theme: Theme,
  progress: Tools["progress"] = () => undefined,
): { publication: Publication; messages: VFileMessage[] } {
  const { sources, metadata } = manuscript;
  const ids = chapterIds(sources.map(({ path }) => path));
  const results = sources.map((source, i) => {
    const result = read(source, ids.get(source.path) ?? "", metadata.language);
    progress({ stage: "read", done: i + 1, total: sources.length });
    return result;
  });
  const chapters = results.map(({ chapter }) => chapter);
  const prose = results.flatMap((result) => result.prose);
  const { publication, messages } = assemble(manuscript, chapters, theme);
  const whole = { manuscript, chapters, prose, publication };
  const all = [
    ...results.flatMap((result) => result.messages),
    ...messages,
    ...publicationRules.flatMap((rule) => rule(whole)),
  ];
  return { publication, messages: weigh(all, metadata) };
}
