import type { PDFObject, PDFRef } from "@cantoo/pdf-lib";

/** A piece of a page's content, by its marked-content identifier. */
export interface Mark {
  readonly kind: "mark";
  /** From 0. */
  readonly page: number;
  readonly id: number;
}

/** A link's annotation. */
export interface Annotation {
  readonly kind: "annotation";
  readonly page: number;
  readonly ref: PDFRef;
}

/** A structure element. */
export interface Tag {
  readonly kind: "tag";
  readonly type: string;
  readonly children: readonly Item[];
  readonly language?: string | undefined;
  readonly alt?: string | undefined;
  /** What a link says of itself. */
  readonly label?: string | undefined;
  /** Of a list: how its items are numbered. */
  readonly numbering?: string | undefined;
  /** Chromium's own: scope and headers of cells. */
  readonly attributes?: PDFObject | undefined;
  /** Of a cell that fills several rows: how many. */
  readonly rowSpan?: number | undefined;
  readonly id?: PDFObject | undefined;
}

export type Item = Mark | Annotation | Tag;

/** Walk all marks of an item, in reading order. */
export function* marksOf(item: Item): Generator<Mark> {
  if (item.kind === "mark") yield item;
  if (item.kind === "tag") for (const child of item.children) yield* marksOf(child);
}
