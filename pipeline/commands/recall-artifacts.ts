import { keysOf } from "../cache/editions.js";
import { published as handOut, isWhole, lookUp } from "../cache/look-up.js";
import { nameBuild } from "../edges/browser/name-build.js";
import { nameTypesetter } from "../edges/browser/options.js";
import { thisMachine } from "../edges/browser/surroundings.js";
import { type Loading, recallLoading } from "../edges/cache/loading.js";
import { checkOut } from "../edges/check-out.js";
import { loadPageMap } from "../edges/load-page-map.js";
import { fromPlain } from "../plain-message.js";
import type { Cache, Edition, Manuscript, Tools } from "../publication.js";
import { distinct } from "../report.js";
import type { Published } from "../settle.js";
import { keptVersion } from "./browser-version.js";
import type { Terminal } from "./command.js";
import type { Order } from "./order.js";
import type { Built } from "./verify.js";

/**
 * Take the artifacts of a folder in which nothing has changed out of the cache, all of them, without loading what reads a
 * manuscript, a theme or a browser; undefined where anything is otherwise than it was, or not kept.
 */
export async function recallArtifacts(
  { folder, out, wanted, progress, cache, limits }: Order,
  { clock, env }: Terminal,
): Promise<Built | undefined> {
  if (!cache) return undefined;
  const start = clock();
  const [loading, place, pages, browserBuild] = await Promise.all([
    recallLoading(cache, folder, env.SOURCE_DATE_EPOCH),
    checkOut(out, folder),
    wanted.includes("screen") ? undefined : loadPageMap(out),
    nameBuild(thisMachine()),
  ]);
  // Why nothing can be written there is told where all is loaded.
  if (!loading || place.length > 0) return undefined;
  const build = nameTypesetter(browserBuild, limits.browser);
  const keptPages = pages && { keptPages: pages };
  const load = { name: "load", ms: Math.round(clock() - start) };
  const tools = { cache, clock, progress, ...keptPages, ...limits.images };
  const published = await recallPublished(loading, wanted, build, tools);
  const browser = await keptVersion(cache, build);
  if (!published || browser === undefined) return undefined;
  const { artifacts, pageMap, typesetter, messages, stages } = published;
  return {
    folder,
    metadata: loading.metadata,
    artifacts,
    ...(pageMap && { pageMap }),
    ...(typesetter && { typesetter }),
    ...keptPages,
    ...(artifacts.length > 0 && { browser }),
    messages: distinct([...loading.messages.map(fromPlain), ...messages]),
    stages: [load, ...stages],
  };
}

/** Take all that publishing came to out of the cache; undefined where something of it is not kept. */
export async function recallPublished(
  { identity }: Loading,
  editions: readonly Edition[],
  build: string,
  tools: Pick<Tools, "clock" | "progress" | "keptPages"> &
    Pick<Manuscript, "mostPixels"> & { readonly cache: Cache },
): Promise<Published | undefined> {
  const keys = keysOf(identity, editions, build, tools);
  const found = await lookUp(tools.cache, keys, editions, tools);
  return isWhole(found, editions) ? handOut(found, tools) : undefined;
}
