import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { VFileMessage } from "vfile-message";
import { chapterIds } from "../chapter-ids.js";
import { readSourceBytes } from "../edges/preview/read-source.js";
import { examineWithPauses } from "../examine.js";
import { replacePart, standingOf } from "../preview/chapter-alone.js";
import type { ShownPage } from "../preview/state.js";
import type { Manuscript, Theme, Typesetter } from "../publication.js";
import type { read } from "../read/read.js";
import { isFailure } from "../report.js";
import type { Shelf } from "./shelf.js";

/** What was loaded last. */
export interface Basis {
  readonly manuscript: Manuscript;
  readonly theme: Theme;
}

/** What the chapter is set with, and where it goes. */
export interface SettingAlone {
  readonly pages: readonly ShownPage[];
  readonly reads: typeof read;
  readonly typesetter: Typesetter;
  readonly kept: Shelf;
}

/**
 * Set a chapter alone and put it among the pages that stand, where it is all that changed: a person who writes sees it long
 * before the whole is set. Undefined where something else changed, or where the whole must say what is wrong.
 */
export async function setChapterFirst(
  folder: string,
  { manuscript, theme }: Basis,
  changed: ReadonlySet<string>,
  { pages, reads, typesetter, kept }: SettingAlone,
): Promise<readonly ShownPage[] | undefined> {
  const { sources, metadata } = manuscript;
  const [path, ...others] = changed;
  const source = others.length === 0 ? sources.find((each) => join(folder, each.path) === path) : undefined;
  const bytes = source && (await readSourceBytes(folder, source.path));
  if (!source || !bytes) return undefined;
  const written = { ...source, bytes };
  const now = { ...manuscript, sources: sources.map((each) => (each === source ? written : each)) };
  const tools = { progress: () => {}, pause: setImmediate, read: reads };
  const { publication, messages } = await examineWithPauses(now, theme, tools);
  const id = chapterIds(sources.map((each) => each.path)).get(source.path) ?? "";
  const { chapter } = await reads(written, id, metadata.language);
  const standing = standingOf(pages, chapter.id);
  if (!standing || isFailure(messages, "lenient")) return undefined;
  const { printDocument } = await import("../write/pdf/print-document.js");
  const document = await printDocument(publication, theme, "screen", { excerpt: standing });
  try {
    const set = await typesetter.typeset(document);
    if (isFailure(set.messages, "lenient")) return undefined;
    return replacePart(pages, chapter.id, kept.pagesOf(set));
  } catch (error) {
    if (error instanceof VFileMessage) return undefined;
    throw error;
  }
}
