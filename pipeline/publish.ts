import { VFileMessage } from "vfile-message";
import { examineWithPauses } from "./examine.js";
import { keptPages } from "./kept-pages.js";
import { printFirst } from "./print-first.js";
import type {
  Artifact,
  Edition,
  Manuscript,
  PageMap,
  Publication,
  Theme,
  Tools,
  Writer,
  Written,
} from "./publication.js";
import { weigh } from "./severities.js";
import { chooseTypesetter, type TypesetterChoice } from "./write/choose-typesetter.js";
import { writers } from "./write/index.js";

/** What came of a manuscript. Without artifacts a message is fatal. */
export interface Published {
  readonly publication: Publication;
  readonly artifacts: readonly Artifact[];
  /** The pages of the print edition, where it was set: to be kept for a build without it. */
  readonly pageMap?: PageMap;
  /** What set the pages, where a PDF was made. */
  readonly typesetter?: TypesetterChoice;
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
  editions: readonly Edition[],
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

  const { publication, messages } = await timed("read", () => examineWithPauses(manuscript, theme, tools));
  if (messages.some(isFatal)) return { publication, artifacts: [], messages, stages };

  const print = editions.includes("screen") ? printFirst(tools) : undefined;
  const write = async (edition: Edition, handed: Tools): Promise<Written> =>
    timed(edition, async () => writeOrSay(await writers[edition](), publication, theme, handed));
  const written = await Promise.all(
    editions.map(async (edition) => {
      if (!print)
        return write(edition, { ...tools, printPages: keptPages(publication, theme, tools.keptPages) });
      if (edition === "screen") return write(edition, print.tools).finally(print.end);
      await print.received;
      return write(edition, print.beside);
    }),
  );
  const found = written.flatMap((result) => result.messages);
  const all = [...messages, ...weigh(found, publication.metadata)];
  const artifacts = written.flatMap((result) => result.artifacts ?? []);
  if (all.some(isFatal)) return { publication, artifacts: [], messages: all, stages };
  const pageMap = print?.pageMap();
  const isSet = artifacts.some(({ kind }) => kind !== "epub");
  return {
    publication,
    artifacts,
    ...(pageMap && { pageMap }),
    ...(isSet && { typesetter: chooseTypesetter(publication) }),
    messages: all,
    stages,
  };
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
