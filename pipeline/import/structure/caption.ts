import type { PhrasingContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { dropStart } from "./phrasing.js";

/** The label that a caption begins with, in the languages that quoin has words for and their neighbours. */
const label =
  /^\s*(?:figures?|fig|tables?|tab|tableau|illustrations?|abbildung|abb|tabelle|figura|tabla|cuadro|tabela|tabella|afbeelding|figuur|الشكل|شكل|الجدول|جدول)[.\s\u00a0]\s*(?:\d+(?:[.–-]\d+)*|[A-Z]\.?\d+|[IVXL]+)\s*(?:[.:|—–-]\s*|$|(?=\s))/iu;

/** A caption without the number that quoin gives it, and the label that was taken off. */
export function withoutLabel(children: readonly PhrasingContent[]): {
  readonly children: PhrasingContent[];
  readonly label?: string;
} {
  const found = label.exec(textOf(children, { includeImageAlt: false }))?.[0];
  if (found === undefined) return { children: [...children] };
  return { children: dropStart(children, found.length), label: found.trim() };
}

/** Say whether words are nothing but such a label: `Figure 2`. */
export function isLabel(text: string): boolean {
  return label.exec(text)?.[0].length === text.length && text.length > 0;
}

/** The key of an exhibit in the anchors, beside its bookmarks: the label that its caption began with. */
export function labelKey(label: string): string {
  return `label ${label
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/[\s.:|—–-]+$/, "")
    .toLowerCase()}`;
}
