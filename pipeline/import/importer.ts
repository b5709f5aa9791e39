/** What an importer is: an original in, chapters and findings out. This file imports nothing of the room; all others may. */
import type { Nodes, Root } from "mdast";
import type { WrittenMetadata } from "../metadata/schema.js";
import type { Division } from "../publication.js";
import type { RuleId } from "../rules.js";

/** A file: its path relative to the original or to the publication folder, with forward slashes. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is to be brought in: one file, or a folder with every file below it. */
export interface Original {
  /** Of the file or the folder, without those above it: `report.txt`. */
  readonly name: string;
  readonly kind: "file" | "folder";
  readonly files: readonly NamedBytes[];
  /** Pictures that a file names and that lie below its folder, by their paths from there. */
  readonly beside?: readonly NamedBytes[];
}

/** A place in the original, as exactly as its format has places. */
export interface Origin {
  readonly file: string;
  /** From 1; of a text. */
  readonly line?: number;
  readonly column?: number;
  /** Where the format has no lines: `paragraph 12`. */
  readonly part?: string;
}

/** Something that a person should know of what was brought in. */
export interface Finding {
  readonly rule: RuleId;
  readonly reason: string;
  readonly from?: Origin;
  /** Where it is in the manuscript: a node of a chapter's tree, or a value of publication.yaml. */
  readonly to?: { readonly node: Nodes } | { readonly key: readonly (string | number)[] };
  /** Words of the original that the manuscript does not have, as they stood there. */
  readonly dropped?: string;
  /** Words of the manuscript that the original does not have in this form. */
  readonly added?: string;
}

declare module "unist" {
  interface Data {
    /** What the original printed in place of this node, where that is not its own text: the proof counts it. */
    printed?: string;
    /** The label of the note that a link leads to, until it is known in which file the note stands. */
    toNote?: string;
    /** The number of a note or an item as the original printed it, where it is not that of the Markdown. */
    label?: string;
    /** The file of the original that it stood in, where that is not the one around it. */
    file?: string;
  }
}

/** One source to be written. */
export interface ImportedChapter {
  /** Words that the file is named after; made a file name and unique by the framework. */
  readonly name: string;
  readonly division: Division;
  /** As an author would write it: the title is a heading of depth 1, notes are definitions, directives are directives. */
  readonly tree: Root;
}

/** publication.yaml but for the reading order; a language that is not known is told from the words. */
export type ImportedMetadata = Partial<Omit<WrittenMetadata, "front" | "body" | "back">>;

/** What an importer made of an original. A finding whose rule is an error ends the import: then the rest does not matter. */
export interface Imported {
  readonly metadata: ImportedMetadata;
  readonly chapters: readonly ImportedChapter[];
  /** Under `images/`, as the chapters name them. */
  readonly images: readonly NamedBytes[];
  readonly findings: readonly Finding[];
  /** Every word of the original, read as simply as can be: the words of the manuscript are counted against it. */
  readonly words: string;
}

/** A dictionary of a language, with the case of its words: it knows `summit` and `Oslo`, but not `oslo`. */
export interface Spelling {
  knows(word: string): boolean;
}

/** What an importer is handed from outside. */
export interface ImportTools {
  /** Load the dictionary of a language; undefined where there is none. */
  spelling(language: string): Promise<Spelling | undefined>;
  /** BCP 47, where the person who imports named it. */
  readonly language?: string;
}

/** One format. One file each; the registry is index.ts. Heavy packages are loaded in `read`, not above it. */
export interface Importer {
  /** What it reads, for people: `text copied out of a PDF or a web page`. */
  readonly reads: string;
  /** Bytes of all files together that it can take within seconds and 500 MB of memory. */
  readonly byteLimit: number;
  /** Say from names and first bytes whether the original is of this format; `possible` gives way to `certain`. */
  recognise(original: Original): "certain" | "possible" | "no";
  read(original: Original, tools: ImportTools): Promise<Imported>;
}
