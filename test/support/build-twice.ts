import { publishAgain } from "../../pipeline/cache/publish-again.js";
import { load } from "../../pipeline/commands/load.js";
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
): Promise<{ readonly outcome: Outcome; readonly stages: readonly Stage[] }> {
  const { manuscript, theme, profile, messages } = await load(folder, { env: {} });
  if (!manuscript || !theme) return { outcome: toOutcome({ messages, artifacts: [] }), stages: [] };
  const published = await publishAgain(manuscript, theme, editions, {
    typesetter,
    ...(profile && { profile }),
    ...(cache && { cache }),
    progress: () => undefined,
    pause: async () => undefined,
    clock: () => 0,
  });
  return { outcome: toOutcome(published), stages: published.stages };
}

function toOutcome({
  artifacts,
  messages,
  pageMap,
}: Pick<Published, "artifacts" | "messages" | "pageMap">): Outcome {
  return {
    artifacts: artifacts.map(({ name, bytes, pages }) => [name, Buffer.from(bytes), pages]),
    messages: messages.map((message) =>
      JSON.stringify([message.file, String(message), message.ruleId, message.fatal, message.expected]),
    ),
    pageMap,
  };
}
