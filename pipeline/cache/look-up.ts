import type { VFileMessage } from "vfile-message";
import { fromPlain, type PlainMessage, toPlain } from "../plain-message.js";
import type { Cache, Edition, Stage, Tools } from "../publication.js";
import { type Published, settle } from "../settle.js";
import { type KeptEdition, type Keys, keepEdition, takeEdition } from "./editions.js";

/** What of a publication is kept already. */
export interface Found {
  readonly examination?: readonly VFileMessage[];
  readonly editions: ReadonlyMap<Edition, KeptEdition>;
  readonly stages: readonly Stage[];
}

/** Look for what an earlier run made of the same things. */
export async function lookUp(
  cache: Cache,
  keys: Keys,
  editions: readonly Edition[],
  { clock }: Pick<Tools, "clock">,
): Promise<Found> {
  const stages: Stage[] = [];
  const look = async (name: string, key: string) => {
    const start = clock();
    const kept = await cache.get(key);
    if (kept) stages.push({ name, ms: Math.round(clock() - start), cached: "whole" });
    return kept;
  };
  const said = await look("read", keys.examination);
  const found = new Map<Edition, KeptEdition>();
  for (const edition of editions) {
    const kept = await look(edition, keys.of(edition));
    if (kept) found.set(edition, takeEdition(kept));
  }
  const messages = said?.facts as readonly PlainMessage[] | undefined;
  return { ...(messages && { examination: messages.map(fromPlain) }), editions: found, stages };
}

/** Say whether all of a publication is kept, so that nothing need be made. */
export function isWhole(
  found: Found,
  editions: readonly Edition[],
): found is Found & Required<Pick<Found, "examination">> {
  return found.examination !== undefined && editions.every((edition) => found.editions.has(edition));
}

/** Hand out a publication all of which is kept, as if it had just been published. */
export function published(
  found: Found & Required<Pick<Found, "examination">>,
  { progress }: Pick<Tools, "progress">,
): Published {
  for (const stage of found.stages) progress({ ...stage, stage: stage.name, finished: true });
  const written = new Map([...found.editions].map(([edition, kept]) => [edition, kept.written]));
  const pageMap = found.editions.get("screen")?.pageMap;
  return {
    ...settle(found.examination, written),
    ...(pageMap && { pageMap }),
    stages: found.stages,
  };
}

/** Keep what was made for later runs. */
export async function keep(cache: Cache, keys: Keys, made: Published): Promise<void> {
  await cache.put(keys.examination, { facts: made.examination.map(toPlain), files: [] });
  for (const [edition, written] of made.written) {
    const { pageMap } = made;
    const kept = keepEdition({ written, ...(edition === "screen" && pageMap && { pageMap }) });
    if (kept) await cache.put(keys.of(edition), kept);
  }
}
