import type { RuleId } from "../../rules.js";
import type { Finding, ImportedMetadata, Spelling } from "../importer.js";
import { withoutMarks } from "./marks.js";

/** Lines that belong together, as one text. */
export interface Block {
  readonly text: string;
  /** Numbers of all lines that it was made of, in order. */
  readonly lines: readonly number[];
  readonly page: number;
  /** Spaces before its first line. */
  readonly indent: number;
}

/** A block, as far as it has been told what it is. */
export type Item = Block &
  (
    | { readonly kind: "text" }
    /** A line of the title page of which nothing can be told. */
    | { readonly kind: "line" }
    | { readonly kind: "heading"; readonly depth: number }
    | { readonly kind: "item"; readonly list: "bulleted" | "numbered"; readonly number?: string }
    | { readonly kind: "figure"; readonly credit?: string; readonly numbered: boolean }
    | { readonly kind: "series"; readonly title: string; readonly link?: string }
    | { readonly kind: "person"; readonly name: string; readonly role?: string }
  );

/** A note, as it is numbered in the original: `12`, or `*`. Empty lines in its text part paragraphs. */
export interface Note extends Block {
  readonly number: string;
}

/** What has been made of a text so far. Every step takes one and returns another. */
export interface Draft {
  readonly file: string;
  readonly wrapped: boolean;
  readonly metadata: ImportedMetadata;
  readonly items: readonly Item[];
  readonly notes: readonly Note[];
  /** The caption of what stood on the cover. */
  readonly cover?: Block & { readonly credit?: string };
  /** The title of the chapter that the biographies stand in, where the original has one. */
  readonly peopleTitle?: string;
  /** Headings that a table of contents names, in lower case, with their depth from 1. */
  readonly listed: ReadonlyMap<string, number>;
  /** The line at which the title page ends, where something says so: a table of contents. */
  readonly headEnds?: number;
  /** How the text itself writes its words. */
  readonly usage: Usage;
  readonly spelling?: Spelling;
  readonly findings: readonly Finding[];
}

/** How often the running text has a word in each of its forms, by the word in lower case; not where a capital must stand. */
export type Usage = ReadonlyMap<string, ReadonlyMap<string, number>>;

export type Step = (draft: Draft) => Draft;

/** Tell something of a line of the original; where its text went is found out when all is done. */
export function finding(
  { file }: Pick<Draft, "file">,
  rule: RuleId,
  line: number | undefined,
  reason: string,
  words: Pick<Finding, "dropped" | "added" | "to"> = {},
): Finding {
  return { rule, reason, from: { file, line: line ?? 1 }, ...words };
}

/** Quote a text in a message, shortened. */
export function quoted(text: string, longest = 60): string {
  const plain = withoutMarks(text.slice(0, 4 * longest))
    .replace(/\s+/g, " ")
    .trim();
  return `“${plain.length > longest ? `${plain.slice(0, longest).trimEnd()}…` : plain}”`;
}
