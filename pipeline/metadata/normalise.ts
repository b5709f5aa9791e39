import type { Metadata, Words } from "../publication.js";
import { contributorsOf } from "./contributors.js";
import { canonicalIdentifier, derivedIdentifier, parseDoi } from "./identifier.js";
import { isMarkdown } from "./is-markdown.js";
import { parseIsbn, partedIsbn } from "./isbn.js";
import { canonicalLanguage } from "./language.js";
import type { WrittenMetadata } from "./schema.js";
import { parseTrim } from "./trim.js";

/** Fill in every default of metadata whose form has been checked. */
export function normalise(written: WrittenMetadata, modified: string): Metadata {
  const { title, language, notes, chapters, cover, series, front = [], back = [] } = written;
  const { subtitle, date, publisher, price, rights, license, description, rules, typesetter } = written;
  const contributors = contributorsOf(written);
  const names = contributors.filter(({ role }) => role === "aut").map(({ name }) => name);
  return {
    title,
    language: canonicalLanguage(language) ?? language,
    contributors,
    modified,
    identifier: statedIdentifier(written) ?? derivedIdentifier(title, names),
    subjects: [written.subjects ?? []].flat(),
    theme: written.theme ?? "report",
    notes: { placement: notes?.placement ?? "endnotes", numbering: notes?.numbering ?? "continuous" },
    numberedChapters: chapters?.numbered ?? true,
    numberedGroups: written.parts?.numbered ?? true,
    outline: { figures: written.outline?.figures ?? false, tables: written.outline?.tables ?? false },
    press: { profile: written.press?.profile ?? "offset-eu" },
    front,
    body: written.body.map(groupOf),
    back,
    ...present({ subtitle, date, publisher, price, rights, license, description, rules, typesetter }),
    ...present({
      isbn: parseIsbn(written.isbn ?? written.identifier ?? ""),
      isbnPrinted: partedIsbn(written.isbn ?? written.identifier ?? ""),
      doi: parseDoi(written.doi ?? written.identifier ?? ""),
      series: typeof series === "string" ? { title: series } : series,
      cover: typeof cover === "string" ? { image: cover, alt: "" } : cover && { alt: "", ...cover },
      contents: written.contents,
      words: written.words as Partial<Words> | undefined,
      trim: written.trim === undefined ? undefined : parseTrim(written.trim),
      certification: written.accessibility && { level: "AA" as const, ...written.accessibility },
    }),
  };
}

/** Tell a group's title from a source that has it. */
function groupOf(entry: WrittenMetadata["body"][number]): Metadata["body"][number] {
  if (typeof entry === "string") return entry;
  const { part, chapters } = entry;
  return isMarkdown(part) ? { source: part, chapters } : { title: part, chapters };
}

/** Name the work as its author does: by identifier, else ISBN, else DOI; undefined where none is given. */
export function statedIdentifier({ identifier, isbn, doi }: WrittenMetadata): string | undefined {
  const stated = identifier ?? isbn ?? doi;
  return stated === undefined ? undefined : canonicalIdentifier(stated);
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leave out what is undefined, so that a key is there only with a value. */
function present<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}
