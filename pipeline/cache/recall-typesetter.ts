import type { Cache, PrintDocument, Typeset, Typesetter } from "../publication.js";
import { digest } from "./digest.js";
import { fromPlain, type PlainMessage, toPlain } from "./plain-message.js";

type Facts = Omit<Typeset, "pdf" | "messages"> & { readonly messages: readonly PlainMessage[] };

/** Let a typesetter set nothing twice: what it made of the same document in an earlier run is taken from the cache. */
export function recallTypesetter(typesetter: Typesetter, cache: Cache): Typesetter {
  const { build } = typesetter;
  if (!build) return typesetter;
  /** Another browser than was foreseen may have done the work: then it is kept under nobody's name. */
  const keep = async (before: string, key: string, ...kept: [unknown, Uint8Array]) => {
    if ((await build()) === before) await cache.put(key, { facts: kept[0], files: [kept[1]] });
  };
  return {
    ...typesetter,
    async typeset(document, watcher = {}) {
      const name = await build();
      const { typesetter: setter, html, resources, geometry, tags } = document;
      // All of it: a document has more than this where its maker wants to know more of it later.
      const set = { typesetter: setter, html, resources, geometry, tags } satisfies Record<
        keyof PrintDocument,
        unknown
      >;
      const key = digest(["typeset", name, set]);
      const kept = await cache.get(key);
      if (kept) {
        const typeset = fromKept(kept.facts as Facts, kept.files[0]);
        watcher.received?.();
        watcher.paged?.(typeset.pages);
        return typeset;
      }
      const typeset = await typesetter.typeset(document, watcher);
      const { pdf, messages, ...facts } = typeset;
      if (!messages.some(({ fatal }) => fatal))
        await keep(name, key, { ...facts, messages: messages.map(toPlain) } satisfies Facts, pdf);
      return typeset;
    },
    async picture(document, width, height) {
      const name = await build();
      const { html, resources } = document;
      const key = digest(["picture", name, html, resources, width, height]);
      const kept = await cache.get(key);
      if (kept?.files[0]) return kept.files[0];
      const picture = await typesetter.picture(document, width, height);
      await keep(name, key, null, picture);
      return picture;
    },
  };
}

function fromKept({ messages, ...facts }: Facts, pdf: Uint8Array = new Uint8Array()): Typeset {
  return { ...facts, pdf, messages: messages.map(fromPlain) };
}
