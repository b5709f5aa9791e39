import type { Cache, Cached, Tools } from "../publication.js";
import { recallTypesetter } from "./recall-typesetter.js";

/** Tools that find again what earlier runs made, and whether they found anything. */
export interface Recalling {
  readonly tools: Tools;
  cached(): Cached | undefined;
}

/** Hand out tools of one stage: their typesetter recalls, and what they find in the cache is noted. */
export function recalling(tools: Tools): Recalling {
  const { cache } = tools;
  if (!cache) return { tools, cached: () => undefined };
  let found: Cached | undefined;
  const noting: Cache = {
    ...cache,
    async get(key) {
      const kept = await cache.get(key);
      if (kept) found = "in part";
      return kept;
    },
  };
  return {
    tools: { ...tools, cache: noting, typesetter: recallTypesetter(tools.typesetter, noting) },
    cached: () => found,
  };
}
