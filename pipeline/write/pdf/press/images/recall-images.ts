import type { Cache, Spool, Spooled } from "../../../../publication.js";
import type { Converted, Target } from "./convert-image.js";

/** An image as a PDF's stream holds it: a JPEG file, or packed pixels. */
export interface Encoded extends Omit<Converted, "ink" | "bytes"> {
  readonly file: Spooled;
}

/** Name all that decides what an image becomes, by contents: where a profile lies is another place at every run. */
export function nameTarget(target: Target): string {
  if (target.space !== "cmyk") return target.space;
  const { condition, inkLimit } = target;
  return ["cmyk", condition.sha256, JSON.stringify(condition.options), inkLimit].join();
}

/** Convert nothing twice: what was converted before, for this document or by an earlier run, is handed out again; it waits in a spool. */
export function recallImages(
  cache: Cache | undefined,
  spool: Spool,
): (key: string, convert: () => Omit<Converted, "ink">) => Promise<Encoded> {
  const known = new Map<string, Encoded>();
  return async (key, convert) => {
    const before = known.get(key);
    if (before) return before;
    const kept = await recalled(cache, key);
    const { bytes, ...facts } = kept ?? convert();
    const file = spool.write(bytes);
    known.set(key, { ...facts, file });
    if (!kept) await cache?.put(`image ${key}`, { facts, files: [file] });
    return { ...facts, file };
  };
}

async function recalled(cache: Cache | undefined, key: string) {
  const kept = await cache?.get(`image ${key}`);
  const [file] = kept?.files ?? [];
  return kept && file && { ...(kept.facts as Omit<Encoded, "file">), bytes: file.read() };
}
