import { fromPlain, type PlainMessage, toPlain } from "../plain-message.js";
import type { Cache, Print, PrintDocument, Spooled, Typeset, Typesetter } from "../publication.js";
import { spooled } from "../spooled.js";
import { digest } from "./digest.js";

type Facts = Omit<Typeset, "prints" | "messages"> & {
  readonly messages: readonly PlainMessage[];
  /** All but their files; whoever takes images out of a document puts them back. */
  readonly prints: readonly Omit<Print, "file" | "images">[];
};

/** Let a typesetter set nothing twice: what it made of the same document in an earlier run is taken from the cache. */
export function recallTypesetter(typesetter: Typesetter, cache: Cache): Typesetter {
  const { build } = typesetter;
  if (!build) return typesetter;
  /** Another browser than was foreseen may have done the work: then it is kept under nobody's name. */
  const keep = async (before: string, key: string, facts: unknown, files: readonly Spooled[]) => {
    if ((await build()) === before) await cache.put(key, { facts, files });
  };
  return {
    ...typesetter,
    async typeset(document, watcher = {}) {
      const name = await build();
      const { typesetter: setter, html, edition, resources, geometry, shown, tags } = document;
      // All of it: a document has more than this where its maker wants to know more of it later.
      const set = { typesetter: setter, html, edition, resources, geometry, shown, tags } satisfies Record<
        keyof PrintDocument,
        unknown
      >;
      const key = digest(["typeset", name, set]);
      const kept = await cache.get(key);
      if (kept) {
        const typeset = fromKept(kept.facts as Facts, kept.files);
        watcher.received?.();
        watcher.paged?.(typeset.pages);
        return typeset;
      }
      const typeset = await typesetter.typeset(document, watcher);
      const { prints, messages, ...rest } = typeset;
      const facts: Facts = {
        ...rest,
        messages: messages.map(toPlain),
        prints: prints.map(({ file: _, images: _images, ...print }) => print),
      };
      const files = prints.map(({ file }) => file);
      if (!messages.some(({ fatal }) => fatal)) await keep(name, key, facts, files);
      return typeset;
    },
    async picture(document, width, height) {
      const name = await build();
      const { html, resources } = document;
      const key = digest(["picture", name, html, resources, width, height]);
      const [kept] = (await cache.get(key))?.files ?? [];
      if (kept) return kept.read();
      const picture = await typesetter.picture(document, width, height);
      await keep(name, key, null, [spooled(picture)]);
      return picture;
    },
  };
}

function fromKept({ messages, prints, ...facts }: Facts, files: readonly Spooled[]): Typeset {
  const whole = prints.map(
    (print, run): Print => ({ ...print, file: files[run] ?? spooled(new Uint8Array()) }),
  );
  return { ...facts, prints: whole, messages: messages.map(fromPlain) };
}
