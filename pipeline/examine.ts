import type { VFileMessage } from "vfile-message";
import { assemble } from "./assemble/assemble.js";
import { chapterIds } from "./chapter-ids.js";
import type { Manuscript, Publication, Theme, Tools } from "./publication.js";
import { read } from "./read/read.js";

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
  const { publication, messages } = assemble(
    manuscript,
    results.map(({ chapter }) => chapter),
    theme,
  );
  return { publication, messages: [...results.flatMap((result) => result.messages), ...messages] };
}
