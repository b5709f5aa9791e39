import type { Cache, Edition } from "../publication.js";
import { type Course, type Phase, phases } from "./course.js";

/** What a build of a publication took, for the estimate of its next one; nothing that is made depends on it. */
export interface Past {
  readonly ms: Readonly<Record<Phase, number>>;
  /** Of the HTML of its first document; 0 where it had none. */
  readonly characters: number;
  /** Of its first document. */
  readonly pages: number;
}

/** Find what the last build of a folder took, in the same editions. */
export async function recallPast(
  cache: Cache,
  folder: string,
  editions: readonly Edition[],
): Promise<Past | undefined> {
  const kept = await cache.get(keyOf(folder, editions));
  return kept?.facts as Past | undefined;
}

/** Keep what a build took that has ended well. */
export async function keepPast(
  cache: Cache,
  folder: string,
  editions: readonly Edition[],
  past: Past,
): Promise<void> {
  await cache.put(keyOf(folder, editions), { facts: past, files: [] });
}

/**
 * Say what a build took that ends now. A phase that was cut short by what the cache held, or left out, counts as it did the last
 * time; undefined where nobody knows how long it is.
 */
export function toPast(course: Course, last: Past | undefined, now: number): Past | undefined {
  const ms: Partial<Record<Phase, number>> = {};
  for (const phase of phases) {
    const spent = course.spent[phase] + (phase === course.phase ? now - course.since : 0);
    const isWhole = !course.shortened.has(phase) && (spent > 0 || !needs(course, phase));
    const known = isWhole ? spent : last?.ms[phase];
    if (known === undefined) return undefined;
    ms[phase] = Math.round(known);
  }
  const first = [...course.documents.values()][0];
  return {
    ms: ms as Record<Phase, number>,
    characters: first?.characters ?? last?.characters ?? 0,
    pages: first?.pages ?? last?.pages ?? 0,
  };
}

/** An e-book alone sets no pages, and one chapter may be read before that is told. */
function needs({ editions, counts }: Course, phase: Phase): boolean {
  if (phase === "reading") return counts.has("read");
  return (phase !== "setting" && phase !== "printing") || editions.some((edition) => edition !== "epub");
}

function keyOf(folder: string, editions: readonly Edition[]): string {
  return ["what a build took", folder, ...editions].join("\n");
}
