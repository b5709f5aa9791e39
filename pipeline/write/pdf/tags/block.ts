import type { Place } from "../../../publication.js";

/** What a link of a block is for; `number` stands before a note, `reference` leads to another place of the text. */
export interface LinkFacts {
  readonly use: "number" | "reference" | "plain";
  /** What it says of itself, for those who cannot see where it stands. */
  readonly label: string;
}

/** A block of the print document, as the tags of a PDF want it. */
export interface Block {
  /** Its place among all blocks in the order of the document, from 0. */
  readonly key: number;
  /** The id of the part that it stands in. */
  readonly partId?: string;
  /** The key of the block that it stands in. */
  readonly parent: number | undefined;
  /** Its structure type (ISO 32000-1, 14.8.4). */
  readonly type: string;
  /** BCP 47. */
  readonly language: string;
  /** Its own words, without those of the blocks inside it; white space as it came. */
  readonly text: string;
  /** What stands for its content in words, where it is a picture or a formula. */
  readonly alt?: string | undefined;
  /** By `href`. */
  readonly links: ReadonlyMap<string, LinkFacts>;
  readonly place: Place | undefined;
  /** `israel/12`: the block of a part's tree that it is; a typesetter says by it where pages begin. */
  readonly origin?: string | undefined;
  /** Of a list: how its items are numbered (ISO 32000-1, 14.8.5.5). */
  readonly numbering?: string | undefined;
  /** Of a table's cell: how many rows it fills, where those are several; a typesetter may have cut it. */
  readonly rowSpan?: number | undefined;
  /** Its id in the structure tree, where its type asks for one: that of a note. */
  readonly id?: string;
}
