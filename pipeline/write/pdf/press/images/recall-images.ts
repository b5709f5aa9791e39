import type { Cache } from "../../../../publication.js";
import type { Converted, Target } from "./convert-image.js";

/** An image as a PDF's stream holds it: a JPEG file, or packed pixels. */
export type Encoded = Omit<Converted, "ink">;

/** Name all that decides what an image becomes, by contents: where a profile lies is another place at every run. */
export function nameTarget(target: Target): string {
  if (target.space !== "cmyk") return target.space;
  const { condition, inkLimit } = target;
  return ["cmyk", condition.sha256, JSON.stringify(condition.options), inkLimit].join();
}

/** Convert nothing twice: what was converted before, for this document or by an earlier run, is handed out again. */
export function recallImages(
  cache: Cache | undefined,
): (key: string, convert: () => Encoded) => Promise<Encoded> {
  const known = new Map<string, Encoded>();
  return async (key, convert) => {
    const before = known.get(key) ?? (await recalled(cache, key));
    const encoded = before ?? convert();
    known.set(key, encoded);
    if (!before) await cache?.put(`image ${key}`, { facts: factsOf(encoded), files: [encoded.bytes] });
    return encoded;
  };
}

async function recalled(cache: Cache | undefined, key: string): Promise<Encoded | undefined> {
  const kept = await cache?.get(`image ${key}`);
  const [bytes] = kept?.files ?? [];
  return kept && bytes && { ...(kept.facts as Omit<Encoded, "bytes">), bytes };
}

function factsOf({ bytes: _, ...facts }: Encoded): Omit<Encoded, "bytes"> {
  return facts;
}
