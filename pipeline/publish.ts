import { VFileMessage } from "vfile-message";
import { examine } from "./examine.js";
import type {
  Artifact,
  Manuscript,
  Page,
  Publication,
  Theme,
  Tools,
  Typesetter,
  Writer,
  Written,
} from "./publication.js";
import { weigh } from "./severities.js";
import { writers } from "./write/index.js";

/** What came of a manuscript. Without artifacts a message is fatal. */
export interface Published {
  readonly publication: Publication;
  readonly artifacts: readonly Artifact[];
  readonly messages: readonly VFileMessage[];
  readonly stages: readonly { readonly name: string; readonly ms: number }[];
}

/**
 * Publish a manuscript in the named editions: read and assemble it, then write all editions side by side.
 *
 * Stops before the writers where a message is fatal, and hands out no artifact where a writer's message is: nothing
 * half-good is made.
 */
export async function publish(
  manuscript: Manuscript,
  theme: Theme,
  editions: readonly (keyof typeof writers)[],
  tools: Tools,
): Promise<Published> {
  const stages: { name: string; ms: number }[] = [];
  const timed = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    const start = tools.clock();
    const result = await work();
    const ms = Math.round(tools.clock() - start);
    stages.push({ name, ms });
    tools.progress({ stage: name, finished: true, ms });
    return result;
  };

  const { publication, messages } = await timed("read", () => examine(manuscript, theme, tools.progress));
  if (messages.some(isFatal)) return { publication, artifacts: [], messages, stages };

  const shared = editions.includes("screen") ? sharePages(tools) : { tools, end: () => undefined };
  const written = await Promise.all(
    editions.map((edition) =>
      timed(edition, async () => {
        try {
          return await writeOrSay(await writers[edition](), publication, theme, shared.tools);
        } finally {
          if (edition === "screen") shared.end();
        }
      }),
    ),
  );
  const found = written.flatMap((result) => result.messages);
  const all = [...messages, ...weigh(found, publication.metadata)];
  const artifacts = written.flatMap(({ artifact }) => (artifact ? [artifact] : []));
  return { publication, artifacts: all.some(isFatal) ? [] : artifacts, messages: all, stages };
}

/** Hand the pages that a typesetter sets to whoever writes beside it; `end` says that none will come any more. */
function sharePages(tools: Tools): { readonly tools: Tools; readonly end: () => void } {
  let tell = (_: readonly Page[]) => {};
  const printPages = new Promise<readonly Page[]>((resolve) => {
    tell = resolve;
  });
  const typesetter: Typesetter = {
    ...tools.typesetter,
    async typeset(document) {
      const typeset = await tools.typesetter.typeset(document);
      tell(typeset.pages);
      return typeset;
    },
  };
  return { tools: { ...tools, typesetter, printPages }, end: () => tell([]) };
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

function isFatal(message: VFileMessage): boolean {
  return message.fatal === true;
}
