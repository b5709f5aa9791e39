import { deserialize, serialize } from "node:v8";
import type { VFileMessage } from "vfile-message";
import { fromPlain, type PlainMessage, toPlain } from "../plain-message.js";
import type { Cache, Source } from "../publication.js";
import { spooled } from "../spooled.js";
import { digest } from "./digest.js";

/** What reading one source comes to, with what was said of it. */
interface Result {
  readonly messages: VFileMessage[];
}

/** Reads one source, given the id of its chapter and the language. */
type Read<T extends Result> = (source: Source, id: string, language: string) => Promise<T>;

/** Let no source be read twice: what an earlier run made of the same bytes under the same name is taken from the cache. */
export function keepReads<T extends Result>(read: Read<T>, cache: Cache): Read<T> {
  return async (source, id, language) => {
    const key = digest(["source", source, id, language]);
    const kept = await cache.get(key);
    const [file] = kept?.files ?? [];
    if (kept && file) {
      const messages = (kept.facts as readonly PlainMessage[]).map(fromPlain);
      return { ...deserialize(file.read()), messages };
    }
    const result = await read(source, id, language);
    // At once: messages are weighed in place, as gravely as publication.yaml takes them today.
    const facts = result.messages.map(toPlain);
    const { messages: _, ...understood } = result;
    // Trees have sets, and values that are undefined: JSON knows neither.
    await cache.put(key, { facts, files: [spooled(serialize(understood))] });
    return result;
  };
}
