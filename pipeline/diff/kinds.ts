import type { Comparison } from "./compare.js";
import { count } from "./count.js";
import { areSame } from "./files.js";
import type { PageFate } from "./pages.js";

/** A kind of finding: what `--fail-on` names, and how it is counted. */
export interface Kind {
  readonly asks: string;
  /** How often it was found. */
  count(comparison: Comparison): number;
  /** Say it in a few words; only where it was found. */
  say(comparison: Comparison): string;
}

const fates = (comparison: Comparison, ...wanted: readonly PageFate[]) =>
  (comparison.pages ?? []).filter(({ fate }) => wanted.includes(fate)).length;

/** Join what there is to say: `2 added, 1 removed`. */
function parts(found: readonly (readonly [n: number, words: string])[]): string {
  return found
    .filter(([n]) => n > 0)
    .map(([n, words]) => `${n} ${words}`)
    .join(", ");
}

const tally = <T extends { readonly kind: string }>(changes: readonly T[], kinds: readonly string[]) =>
  kinds.map((kind) => [changes.filter((change) => change.kind === kind).length, kind] as const);

/** Every kind of finding, by the name that `--fail-on` knows, in the order in which they are told. */
export const kinds = {
  ids: {
    asks: "ids, files and named destinations that are gone for people who cited them",
    count: ({ targets }) => targets.length,
    say: ({ targets }) => `${count(targets.length, "id or file", "ids or files")} gone`,
  },
  words: {
    asks: "words that changed, came, went or moved",
    count: ({ words }) => words.length,
    say: ({ words }) => {
      const added = words.reduce((sum, change) => sum + change.added, 0);
      const removed = words.reduce((sum, change) => sum + change.removed, 0);
      return `${count(words.length, "place")} in the text (+${added} −${removed} words)`;
    },
  },
  pages: {
    asks: "pages whose words or looks changed, that were broken elsewhere, added or removed",
    count: (comparison) => fates(comparison, "changed", "redrawn", "reflowed", "added", "removed"),
    say: (comparison) =>
      `pages: ${parts([
        [fates(comparison, "changed"), "changed"],
        [fates(comparison, "redrawn"), "redrawn"],
        [fates(comparison, "reflowed"), "broken elsewhere"],
        [fates(comparison, "added"), "added"],
        [fates(comparison, "removed"), "removed"],
      ])}`,
  },
  moved: {
    asks: "pages that have another number, and are the same otherwise",
    count: (comparison) => fates(comparison, "moved"),
    say: (comparison) => `${count(fates(comparison, "moved"), "page")} only moved`,
  },
  notes: {
    asks: "notes added, removed, in other words, or under another number",
    count: ({ notes }) => notes.length,
    say: ({ notes }) => `notes: ${parts(tally(notes, ["added", "removed", "changed", "renumbered"]))}`,
  },
  figures: {
    asks: "figures and tables added, removed, with another picture, caption, number or page",
    count: ({ exhibits }) => exhibits.length,
    say: ({ exhibits }) => `figures and tables: ${parts(tally(exhibits, ["added", "removed", "changed"]))}`,
  },
  links: {
    asks: "addresses on the web that the text leads to, new or gone",
    count: ({ links }) => links.added.length + links.removed.length,
    say: ({ links }) =>
      `links: ${parts([
        [links.added.length, "new"],
        [links.removed.length, "gone"],
      ])}`,
  },
  metadata: {
    asks: "what the e-book says of itself: title, authors, identifier",
    count: ({ metadata }) => metadata.length,
    say: ({ metadata }) => `${count(metadata.length, "statement")} of the metadata`,
  },
  messages: {
    asks: "messages of the build that are new",
    count: ({ messages }) => messages?.added.length ?? 0,
    say: ({ messages }) => `${count(messages?.added.length ?? 0, "new message")}`,
  },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;

/** Say that nothing was found: that is not yet to say that the files are the same. */
export function nothingText({ files }: Comparison): string {
  return areSame(files)
    ? "Nothing changed: the files are the same, byte for byte."
    : "Nothing changed of what is compared; but the files are not the same, byte for byte.";
}

/** Say all that was found in one line; empty where the sides are alike. */
export function summaryOf(comparison: Comparison): readonly string[] {
  const all: readonly Kind[] = Object.values(kinds);
  return all.filter((kind) => kind.count(comparison) > 0).map((kind) => kind.say(comparison));
}
