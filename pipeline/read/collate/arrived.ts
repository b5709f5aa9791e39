import type { ElementContent } from "hast";
import type { Chapter } from "../../publication.js";

/** What a reader will get of a chapter, piece by piece. */
export interface Arrivals {
  /** Words: text, or what stands in for a picture, explains a link, says a formula; from one offset of the source to another, if known. */
  words(text: string, start: number | undefined, end: number | undefined): void;
  /** Where a link or a picture leads. */
  address(url: string): void;
}

const spoken = ["alt", "title"] as const;
const leading = ["href", "src"] as const;

/** Go through all that reading a source came to. */
export function arrived(chapter: Chapter, arrivals: Arrivals): void {
  for (const text of [chapter.subtitle, ...chapter.authors]) arrivals.words(text ?? "", undefined, undefined);
  for (const children of [chapter.title, chapter.content, ...chapter.notes.map(({ children }) => children)])
    for (const node of children) go(node, undefined, undefined);

  function go(node: ElementContent, start: number | undefined, end: number | undefined): void {
    // hast-util-raw may know one of the two alone.
    const from = node.position?.start?.offset ?? start;
    const to = node.position?.end?.offset ?? end;
    if (node.type === "text") arrivals.words(node.value, from, to);
    if (node.type !== "element") return;
    const { properties, children } = node;
    for (const name of spoken) if (properties[name]) arrivals.words(String(properties[name]), from, to);
    for (const name of leading) if (properties[name]) arrivals.address(String(properties[name]));
    // A formula is its TeX, of which the markup below is made.
    if (node.tagName === "math") arrivals.words(String(properties.alttext), from, to);
    else for (const child of children) go(child, from, to);
  }
}
