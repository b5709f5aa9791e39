import { identify } from "../../pipeline/cache/editions.js";
import { publishAgain } from "../../pipeline/cache/publish-again.js";
import { load } from "../../pipeline/commands/load.js";
import { recallPublished } from "../../pipeline/commands/recall-artifacts.js";
import { keepLoading, recallLoading } from "../../pipeline/edges/cache/loading.js";
import { notingDisk } from "../../pipeline/edges/cache/looks.js";
import { disk } from "../../pipeline/edges/disk.js";
import { fromPlain, toPlain } from "../../pipeline/plain-message.js";
import type { Cache, Edition, Stage, Typesetter } from "../../pipeline/publication.js";
import type { Published } from "../../pipeline/settle.js";

/** What a build says and makes, to be compared whole. */
export interface Outcome {
  readonly artifacts: readonly (readonly [name: string, bytes: Buffer, pages: number | undefined])[];
  readonly messages: readonly string[];
  readonly pageMap: unknown;
}

/** Build a publication folder with a cache or without one. */
export async function buildWith(
  folder: string,
  editions: readonly Edition[],
  typesetter: Typesetter,
  cache?: Cache,
): Promise<{ readonly outcome: Outcome; readonly stages: readonly Stage[]; readonly loaded: boolean }> {
  const tools = { progress: () => undefined, pause: async () => undefined, clock: () => 0 };
  const loading = cache && (await recallLoading(cache, folder, undefined));
  if (loading) {
    const build = (await typesetter.build?.()) ?? "";
    const recalled = await recallPublished(loading, editions, build, { ...tools, cache });
    const messages = [...loading.messages.map(fromPlain), ...(recalled?.messages ?? [])];
    if (recalled)
      return { outcome: toOutcome({ ...recalled, messages }), stages: recalled.stages, loaded: false };
  }
  const noting = notingDisk(disk);
  const { manuscript, theme, profile, messages } = await load(folder, { env: {} }, noting.disk);
  if (!manuscript || !theme)
    return { outcome: toOutcome({ messages, artifacts: [] }), stages: [], loaded: true };
  if (cache)
    await keepLoading(cache, folder, undefined, {
      looks: noting.looks(),
      identity: identify(manuscript, theme, profile),
      metadata: manuscript.metadata,
      messages: messages.map(toPlain),
    });
  const published = await publishAgain(manuscript, theme, editions, {
    ...tools,
    typesetter,
    ...(profile && { profile }),
    ...(cache && { cache }),
  });
  const said = [...messages, ...published.messages];
  return { outcome: toOutcome({ ...published, messages: said }), stages: published.stages, loaded: true };
}

function toOutcome({
  artifacts,
  messages,
  pageMap,
}: Pick<Published, "artifacts" | "messages" | "pageMap">): Outcome {
  return {
    artifacts: artifacts.map(({ name, file, pages }) => [name, Buffer.from(file.read()), pages]),
    messages: messages.map((message) =>
      JSON.stringify([message.file, String(message), message.ruleId, message.fatal, message.expected]),
    ),
    pageMap,
  };
}
