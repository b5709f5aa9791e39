import type { FootnoteDefinition, Heading, Nodes } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { Finding, Origin } from "../importer.js";
import type { Pictures } from "../structure/picture.js";
import { Unreadable } from "../unreadable.js";
import type { NoteType, Picture, WordDocument } from "./model.js";
import type { Styles } from "./styles.js";

/** Where a paragraph stands: which part, and its number there. */
export interface Spot {
  readonly part: string;
  readonly paragraph: number;
}

/** What can be referred to, by the bookmark that Word put there. */
export type Anchor = Heading | ContainerDirective;

/** All that grows while a document is read. */
export interface Draft {
  readonly file: string;
  readonly document: WordDocument;
  readonly styles: Styles;
  readonly pictures: Pictures;
  /** Pictures of the model, by where they lie in the archive. */
  readonly pictureBytes: ReadonlyMap<
    Picture,
    { readonly path: string; readonly bytes: Uint8Array | undefined }
  >;
  /** By label; the keys of the model are `footnote 3`. */
  readonly notes: Map<string, FootnoteDefinition>;
  readonly noteLabels: Map<string, string>;
  readonly noteCounts: Record<NoteType, number>;
  readonly anchors: Map<string, Anchor>;
  /** Labels of notes by the bookmark around their call. */
  readonly noteAnchors: Map<string, string>;
  /** Numbers that Word gives to items of lists, by their places: `d:12`. */
  readonly itemNumbers: ReadonlyMap<string, number>;
  /** Nodes by the place that they came from: `d:12`. */
  readonly nodes: Map<string, Nodes>;
  readonly origins: Map<Nodes, Origin>;
  readonly findings: Finding[];
}

/** Notes of one kind: what is more is no text for people. */
const mostNotes = 20_000;

const partNames: Readonly<Record<string, string>> = { f: "footnotes, ", e: "endnotes, " };

/** Say where a paragraph stands, in words that a person can search for. */
export function originOf(file: string, { part, paragraph }: Spot): Origin {
  return { file, part: `${partNames[part] ?? ""}paragraph ${paragraph}` };
}

/** The label of a note: the number that Word printed for footnotes, `e` before that of an endnote where there are both. */
export function noteLabel(draft: Draft, noteType: NoteType, noteId: string): string {
  const key = `${noteType} ${noteId}`;
  const known = draft.noteLabels.get(key);
  if (known !== undefined) return known;
  draft.noteCounts[noteType]++;
  const count = draft.noteCounts[noteType];
  if (count > mostNotes) throw new Unreadable(`Unexpected number of ${noteType}s, more than ${mostNotes}`);
  const label = noteType === "footnote" ? String(count) : `e${count}`;
  draft.noteLabels.set(key, label);
  return label;
}
