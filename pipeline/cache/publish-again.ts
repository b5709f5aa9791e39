import type { Edition, Manuscript, Theme, Tools, Written } from "../publication.js";
import { isFatal, type Published, settle } from "../settle.js";
import { identify, keysOf } from "./editions.js";
import { isWhole, keep, lookUp, published } from "./look-up.js";

/**
 * Publish as `publish` does, and with the same result, but take from the cache what an earlier run made of the same things, and
 * keep there what is made now. Where all is found nothing is read, no writer is loaded and no browser starts.
 */
export async function publishAgain(
  manuscript: Manuscript,
  theme: Theme,
  editions: readonly Edition[],
  tools: Tools,
): Promise<Published> {
  const { cache, typesetter } = tools;
  // Naming the build of a browser that is starting would wait for it.
  const build = cache && (await typesetter.build?.());
  if (!cache || build === undefined) return make(manuscript, theme, editions, tools);
  const { mostPixels } = manuscript;
  const identity = identify(manuscript, theme, tools.profile);
  const keys = keysOf(identity, editions, build, { ...tools, ...(mostPixels && { mostPixels }) });
  const found = await lookUp(cache, keys, editions, tools);
  if (isWhole(found, editions)) return published(found, tools);
  const known = new Map([...found.editions].map(([edition, { written }]) => [edition, written]));
  const pageMap = found.editions.get("screen")?.pageMap;
  const missing = editions.filter((edition) => !known.has(edition));
  const stages = found.stages.filter(({ name }) => name !== "read");
  for (const stage of stages) tools.progress({ ...stage, stage: stage.name, finished: true });

  // What an e-book lists beside pages that are kept, it lists beside the same pages anew.
  const made = await make(manuscript, theme, missing, { ...tools, ...(pageMap && { keptPages: pageMap }) });
  if (made.examination.some(isFatal)) return made;
  // Another browser than was foreseen may have done the work: then nothing is kept under that one's name.
  if ((await typesetter.build?.()) === build) await keep(cache, keys, made);
  const written = inOrder(editions, [known, made.written]);
  return {
    ...made,
    ...(pageMap && { pageMap }),
    ...settle(made.examination, written),
    stages: [...stages, ...made.stages],
  };
}

function inOrder(
  editions: readonly Edition[],
  results: readonly ReadonlyMap<Edition, Written>[],
): ReadonlyMap<Edition, Written> {
  return new Map(
    editions.flatMap((edition) => {
      const result = results.map((each) => each.get(edition)).find((each) => each !== undefined);
      return result ? [[edition, result] as const] : [];
    }),
  );
}

/** Loaded only where something must be made: it brings all of reading and assembling. */
async function make(...work: Parameters<typeof publishAgain>): Promise<Published> {
  return (await import("../publish.js")).publish(...work);
}
