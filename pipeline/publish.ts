import { VFileMessage } from "vfile-message";
import { keepReads } from "./cache/keep-reads.js";
import { type Recalling, recalling } from "./cache/recalling.js";
import { type Examining, examineWithPauses } from "./examine.js";
import { keptPages } from "./kept-pages.js";
import { printFirst } from "./print-first.js";
import type {
  Cached,
  Edition,
  Manuscript,
  Publication,
  Stage,
  Theme,
  Tools,
  Writer,
  Written,
} from "./publication.js";
import { read } from "./read/read.js";
import { isFatal, type Published, settle } from "./settle.js";
import { weigh } from "./severities.js";
import { watchSetting } from "./watch-setting.js";
import { writers } from "./write/index.js";
import { swappingImages } from "./write/pdf/fpo/swapping-images.js";

/**
 * Publish a manuscript in the named editions: read and assemble it, then write all editions side by side.
 *
 * Stops before the writers where a message is fatal, and hands out no artifact where a writer's message is: nothing
 * half-good is made.
 */
export async function publish(
  manuscript: Manuscript,
  theme: Theme,
  editions: readonly Edition[],
  tools: Tools & Examining,
): Promise<Published & { readonly publication: Publication }> {
  const stages: Stage[] = [];
  const timed = async <T>(
    name: string,
    work: () => T | Promise<T>,
    cached: () => Cached | undefined = () => undefined,
  ): Promise<T> => {
    const start = tools.clock();
    const result = await work();
    const found = cached();
    const stage = { name, ms: Math.round(tools.clock() - start), ...(found && { cached: found }) };
    stages.push(stage);
    tools.progress({ stage: name, finished: true, ms: stage.ms, ...(found && { cached: found }) });
    return result;
  };

  // All that an e-book wants of a browser is the picture of its cover, which an earlier run may have kept.
  if (!tools.cache || editions.some((edition) => edition !== "epub")) tools.warm?.();
  const reading = recalling(tools);
  const { cache } = reading.tools;
  const { publication, messages } = await timed(
    "read",
    () => examineWithPauses(manuscript, theme, { ...(cache && { read: keepReads(read, cache) }), ...tools }),
    reading.cached,
  );
  if (messages.some(isFatal)) return { publication, ...settle(messages, new Map()), stages };

  const handed = new Map(
    editions.map((edition) => [edition, tellingSetting(edition, swapping(recalling(tools)))]),
  );
  const ofPrint = handed.get("screen");
  const print = ofPrint && printFirst(ofPrint.tools);
  const write = async (edition: Edition, own: Tools): Promise<Written> =>
    timed(
      edition,
      async () => writeOrSay(await writers[edition](), publication, theme, own),
      handed.get(edition)?.cached,
    );
  const results = await Promise.all(
    [...handed].map(async ([edition, { tools: own }]): Promise<[Edition, Written]> => {
      if (!print) {
        const printPages = keptPages(publication, theme, tools.keptPages);
        return [edition, await write(edition, { ...own, printPages })];
      }
      if (edition === "screen") return [edition, await write(edition, print.tools).finally(print.end)];
      await print.received;
      return [edition, await write(edition, { ...own, printPages: print.pages })];
    }),
  );
  const written = new Map(
    results.map(([edition, result]) => {
      return [edition, { ...result, messages: weigh(result.messages, publication.metadata) }];
    }),
  );
  const pageMap = print?.pageMap();
  return { publication, ...settle(messages, written), ...(pageMap && { pageMap }), stages };
}

/** Tools whose typesetter sets no heavy images, where these may be put into its prints later. */
function swapping({ tools, cached }: Recalling): Recalling {
  return {
    tools: tools.swapImages ? { ...tools, typesetter: swappingImages(tools.typesetter) } : tools,
    cached,
  };
}

/** Tools whose typesetter tells how far the documents of an edition are; nobody is told where nobody asks. */
function tellingSetting(edition: Edition, { tools, cached }: Recalling): Recalling {
  const { setting, typesetter } = tools;
  if (!setting) return { tools, cached };
  return { tools: { ...tools, typesetter: watchSetting(typesetter, edition, setting) }, cached };
}

/** A writer that cannot go on throws a message; whatever else it throws is a bug. */
async function writeOrSay(writer: Writer, ...work: Parameters<Writer["write"]>): Promise<Written> {
  try {
    return await writer.write(...work);
  } catch (error) {
    if (error instanceof VFileMessage) return { messages: [error] };
    throw error;
  }
}
