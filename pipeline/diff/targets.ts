import { diffArrays } from "diff";
import type { BookReading, PdfReading } from "./edition.js";

/** Something that people may have cited, and that is not there any more. */
export interface BrokenTarget {
  readonly edition: "pdf" | "epub";
  /** `#why-whisper` in a PDF; `OEBPS/israel.xhtml#why-whisper`, or a whole file, in an EPUB. */
  readonly address: string;
  /** Where the same words stand now. */
  readonly now?: string;
}

/** Ids that count: they follow from the number of a note or a page, and are told with those. */
const counted = /(?:^|#)(?:fn|fnref|page)-/;

/** List what is gone, of PDF and EPUB; what is known of one of them is told of the other, too. */
export function brokenTargets(
  pdfs: Sides<PdfReading> | undefined,
  books: Sides<BookReading> | undefined,
): readonly BrokenTarget[] {
  const ofBook = books ? brokenAddresses(books.old, books.new) : [];
  const nowById = new Map(ofBook.map(({ address, now }) => [idOf(address), now && idOf(now)]));
  const destinations = pdfs ? [...pdfs.old.destinations.keys()] : [];
  const gone = destinations.filter((name) => !pdfs?.new.destinations.has(name) && !counted.test(name));
  return [
    ...withoutHeadings(gone).map((name): BrokenTarget => {
      const now = nowById.get(`#${name}`);
      return { edition: "pdf", address: `#${name}`, ...(now && { now }) };
    }),
    ...ofBook,
  ];
}

interface Sides<T> {
  readonly old: T;
  readonly new: T;
}

/** List the files and ids of an EPUB that are gone; of a file that is gone, not each id. */
function brokenAddresses(before: BookReading, after: BookReading): readonly BrokenTarget[] {
  const files = new Set(after.files);
  const moved = movedTargets(before.targets, after.targets);
  const ids = [...before.targets.keys()].filter(
    (address) => !after.targets.has(address) && !counted.test(address) && files.has(fileOf(address)),
  );
  return [
    ...before.files
      .filter((file) => !files.has(file))
      .map((address): BrokenTarget => ({ edition: "epub", address })),
    ...withoutHeadings(ids).map((address): BrokenTarget => {
      const now = moved.get(address);
      return { edition: "epub", address, ...(now !== undefined && { now }) };
    }),
  ];
}

/** A section and its heading have an id each: whoever misses the one misses the other, `why-whisper` and `why-whisper-h`. */
function withoutHeadings(ids: readonly string[]): readonly string[] {
  const all = new Set(ids);
  return ids.filter((id) => !(id.endsWith("-h") && all.has(id.slice(0, -2))));
}

/** Find new ids for old ones: what has the same words, else what stands in the same place between ids that stayed. */
function movedTargets(
  before: BookReading["targets"],
  after: BookReading["targets"],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const byWords = new Map([...after].filter(([id]) => !before.has(id)).map(([id, words]) => [words, id]));
  for (const [id, words] of before) {
    const now = byWords.get(words);
    if (now !== undefined && !after.has(id)) found.set(id, now);
  }
  const taken = new Set(found.values());
  const named = (targets: BookReading["targets"]) =>
    [...targets.keys()].filter((id) => !counted.test(id) && !found.has(id) && !taken.has(id));
  let gone: string[] = [];
  for (const { added, removed, value } of diffArrays(named(before), named(after))) {
    if (added && gone.length === value.length)
      for (const [i, id] of gone.entries()) found.set(id, value[i] ?? "");
    gone = removed ? value : [];
  }
  return found;
}

function idOf(address: string): string {
  return address.slice(address.indexOf("#"));
}

function fileOf(address: string): string {
  return address.slice(0, address.indexOf("#"));
}
